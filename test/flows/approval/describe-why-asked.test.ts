import { describe, expect, it } from "vitest";
import { describeWhyAsked } from "../../../src/flows/approval/describe-why-asked.ts";
import type { WhyAsked } from "../../../src/flows/approval/follows-plan.ts";
import { toItem } from "../../../src/flows/model/verification.ts";
import { listAskedAgain } from "../../../src/flows/wording/list-asked-again.ts";
import { anOtherRequest, aPendingChange, foreignChange } from "../../support/data/a-request.ts";
import { aTenant } from "../../support/data/a-tenant.ts";

const tenant = aTenant();
const unreachable = { kind: "unreachable", outside: "Slack", words: "Slack is away." } as const;

describe("describeWhyAsked", () => {
  it.each<[why: WhyAsked, lines: readonly string[]]>([
    [
      { kind: "barred", bar: "own-approval" },
      ["The configuration asks for an approval of the activation by now."],
    ],
    [
      { kind: "barred", bar: "production" },
      ["Acme sandbox is a production tenant: its activations are approved by themselves."],
    ],
    [{ kind: "barred", bar: "by-a-person" }, ["A person carries out steps of the plan."]],
    [
      { kind: "barred", bar: "runner-unknown" },
      ["The configuration does not say by which account the runner works."],
    ],
    [
      { kind: "barred", bar: "choice-left" },
      ["Whoever carries out the plan chooses the action of a business process."],
    ],
    [
      { kind: "barred", bar: "nothing-to-see" },
      ["The plan changes nothing that could be seen pending."],
    ],
    [
      { kind: "obstacle", obstacle: { kind: "fault", error: unreachable } },
      ["Whether the approval of the plan counts could not be seen. Slack is away."],
    ],
    [{ kind: "cannot-see" }, ["The bot cannot see what is pending."]],
    [
      {
        kind: "missing",
        changes: [
          {
            kind: "domain",
            domain: "Badge Data",
            access: "Get",
            securityGroup: "ISSG_Viva",
            change: "Added",
          },
          {
            kind: "business-process",
            policy: "Hire Employee",
            securityGroup: "ISSG_Viva",
            change: "Removed",
          },
        ],
      },
      [
        "2 changes of this request not seen pending:",
        "• Get: Badge Data (Added) for ISSG_Viva",
        "• Hire Employee (Removed) for ISSG_Viva",
      ],
    ],
    [
      { kind: "of-others", changes: [aPendingChange({ policy: "Security Administration" })] },
      [
        "1 change that nobody approved:",
        "• Security Administration, Get: Added for ISSG_Viva (administers security)",
      ],
    ],
    [
      { kind: "other-requests", others: [anOtherRequest()] },
      ["Changes of other requests: ISU-0THERREQ."],
    ],
    [
      { kind: "other-maker", changes: [aPendingChange(), aPendingChange({ changedBy: "okafor" })] },
      [
        "2 changes of this request not made by the account that carries out its plan:",
        "• Worker Data: Workers (Added) for ISSG_Viva, by an account that is not shown",
        "• Worker Data: Workers (Added) for ISSG_Viva, by okafor",
      ],
    ],
    [
      { kind: "not-as-asked", items: [toItem("other", "The group is inactive.")] },
      ["Not seen as asked:", "• The group is inactive."],
    ],
  ])("says of %j what is different", (why, lines) => {
    expect(describeWhyAsked(why, tenant)).toEqual(lines);
  });

  it("counts what a card has no room for", () => {
    const changes = Array.from({ length: 23 }, () => foreignChange);

    const lines = describeWhyAsked({ kind: "of-others", changes }, tenant);

    expect(lines).toHaveLength(22);
    expect(lines.at(-1)).toBe("• and 3 more");
  });
});

describe("listAskedAgain", () => {
  it("stands out, and nowhere else", () => {
    expect(listAskedAgain({ again: ["It changed."] })).toEqual([
      {
        title: "Asked again, although the plan was approved:",
        lines: ["It changed."],
        isDanger: true,
      },
    ]);
    expect(listAskedAgain({})).toEqual([]);
  });
});

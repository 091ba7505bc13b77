import { describe, expect, it } from "vitest";
import { form } from "../../../src/bot/forms/form.ts";
import { changeForm } from "../../../src/bot/kinds/kinds.ts";
import { answer } from "../../../src/bot/request-views/click-reply.ts";
import { plan } from "../../../src/bot/request-views/plan.ts";
import { aDraft, aRawDraft } from "../../support/data/a-draft.ts";
import { requestId } from "../../support/data/a-request.ts";
import { aTenant } from "../../support/data/a-tenant.ts";
import { aRawChange } from "../../support/data/changes.ts";
import { ann } from "../../support/data/people.ts";
import { catalogue } from "../support/an-office.ts";
import { tell } from "../support/shown-requests.ts";

type Changes = Parameters<typeof aTenant>[0];

/** Whatever is shown between a command and a request that is open. */
const shown: readonly (readonly [what: string, show: (changes: Changes) => unknown])[] = [
  ["the form", (changes) => form({ id: requestId, tenant: aTenant(changes), raw: aRawDraft() })],
  [
    "the form of a change",
    (changes) => changeForm({ id: requestId, tenants: [aTenant(changes)], raw: aRawChange() }),
  ],
  [
    "the plan",
    (changes) => plan({ id: requestId, draft: aDraft(), tenant: aTenant(changes), catalogue }),
  ],
  [
    "the answer to Open request",
    (changes) => {
      const { request } = tell(aDraft());
      const click = {
        id: "open",
        request: requestId,
        by: ann,
        command: { kind: "open" },
        answerTo: { kind: "person" },
      } as const;
      return answer(click, { kind: "accepted", request }, { tenant: aTenant(changes) });
    },
  ],
];

describe("a tenant that is only observed", () => {
  it.each(shown)("says in %s that nothing is done", (_what, show) => {
    const words = "What you ask for is planned and shown, and nothing is done";

    expect(JSON.stringify(show({ observe: true }))).toContain(words);
    expect(JSON.stringify(show({}))).not.toContain(words);
  });

  it("promises no activation, and no change of real people's data", () => {
    const all = JSON.stringify(shown.map(([, show]) => show({ observe: true, production: true })));

    expect(all).not.toContain("What you do here changes");
    expect(all).not.toContain("and this happens in this order");
    expect(all).not.toContain("Nothing is activated before an approver has agreed");
  });
});

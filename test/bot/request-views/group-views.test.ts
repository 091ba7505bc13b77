import { describe, expect, it } from "vitest";
import type { Modal } from "../../../src/bot/blocks/block.ts";
import { form } from "../../../src/bot/forms/form.ts";
import { changeForm } from "../../../src/bot/kinds/kinds.ts";
import { requestMessage } from "../../../src/bot/request-views/message.ts";
import { plan } from "../../../src/bot/request-views/plan.ts";
import { plainGroup } from "../../../src/flows/model/group-settings.ts";
import { noPermissions } from "../../../src/flows/model/permissions.ts";
import type { CreateDraft, Draft } from "../../../src/flows/request/draft.ts";
import { aDraft, aRawDraft } from "../../support/data/a-draft.ts";
import { aRawGroup } from "../../support/data/a-group.ts";
import { anAsking, requestId } from "../../support/data/a-request.ts";
import { aRawChange } from "../../support/data/changes.ts";
import { catalogue } from "../support/an-office.ts";
import { replyOf } from "../support/reply-of.ts";
import { tell, tenant } from "../support/shown-requests.ts";

const joining: Partial<CreateDraft> = {
  groupName: "ISSG_HR",
  permissions: noPermissions,
  group: {
    kind: "existing",
    isActive: true,
    members: ["ISU_Other"],
    holds: { ...noPermissions, Get: ["Worker Data: Workers"], Modify: ["Manage: Location"] },
  },
};

const constrained: Partial<CreateDraft> = {
  group: { kind: "constrained", organizations: ["Acme Germany"], scope: "subordinates" },
  isGroupInactive: true,
};

const idle: Partial<CreateDraft> = {
  ...joining,
  group: { kind: "existing", isActive: false, members: [], holds: noPermissions },
};

function planOf(changes: Partial<CreateDraft>): Modal {
  return plan({ id: requestId, catalogue, tenant, draft: aDraft(changes) });
}

function leaving(changes: Partial<CreateDraft>): Draft {
  return { ...aDraft(changes), kind: "retire" };
}

function waiting(changes: Partial<CreateDraft>) {
  return tell(
    aDraft(changes),
    { kind: "step-begun", step: "create-user" },
    { kind: "step-finished", step: "create-user", facts: {} },
    anAsking({ step: "approve-plan", pending: { kind: "not-activated" } }),
  );
}

describe("windows about groups", () => {
  it.each<[name: string, view: Modal]>([
    [
      "form-group",
      form({ id: requestId, tenant, raw: aRawDraft({ group: plainGroup }), page: "group" }),
    ],
    [
      "form-group-problems",
      form({
        id: requestId,
        tenant,
        raw: aRawDraft({
          group: aRawGroup({
            groupType: "constrained",
            organizations: "Acme Germany",
            groupScope: "subordinates",
            groupInactive: true,
          }),
        }),
        page: "group",
        problems: { groupName: "No such group.", groupInactive: "It cannot be inactive." },
      }),
    ],
    ["plan-group-constrained", planOf(constrained)],
    ["plan-group-existing", planOf(joining)],
    ["plan-group-existing-idle", planOf(idle)],
    [
      "change-activate-group",
      changeForm({ id: requestId, tenants: [tenant], raw: aRawChange({ kind: "activate-group" }) }),
    ],
    ["plan-retire-shared", plan({ id: requestId, catalogue, tenant, draft: leaving(joining) })],
    ["plan-retire-joined", plan({ id: requestId, catalogue, tenant, draft: leaving(idle) })],
    [
      "plan-activate-group",
      plan({ id: requestId, catalogue, tenant, draft: { ...aDraft(), kind: "activate-group" } }),
    ],
  ])("%s", async (name, view) => {
    expect(view.blocks.length).toBeLessThanOrEqual(100);
    await expect(`${JSON.stringify(view, null, 2)}\n`).toMatchFileSnapshot(
      `../snapshots/${name}.json`,
    );
  });

  it("shows the approver what joining a group gives, in the card and in the thread", async () => {
    const told = waiting(joining);
    const message = requestMessage(told);

    await expect(`${JSON.stringify(message, null, 2)}\n`).toMatchFileSnapshot(
      "../snapshots/message-joining-a-group.json",
    );
    const replies = told.story.flatMap((one) => replyOf(one, told.request, told.tenant));
    expect(JSON.stringify(replies)).toContain("Modify: Manage: Location");
  });

  it("shows the approver of a retirement that the group stays, and why", () => {
    const asked = anAsking({ step: "approve-plan", pending: { kind: "not-activated" } });
    const message = JSON.stringify(requestMessage(tell(leaving(joining), asked)));

    expect(message).toContain("only ISU_Viva is taken out: it is not this account's alone");
    expect(message).toContain("The account leaves its group at once, and the group stays");
    expect(message).not.toContain("revocation");
  });
});

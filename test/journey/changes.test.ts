import { describe, expect, it } from "vitest";
import { textOf } from "../../sandbox/slack/text-of.ts";
import { expectNoSecretAnywhere } from "../support/fakes/outside.ts";
import { hasBlock } from "../support/processes/form-fields.ts";
import {
  activations,
  allWithPlay,
  approvePlan,
  confirmPlan,
  isTold,
  open,
  openChange,
  ownNames,
  type Play,
  press,
} from "../support/processes/play.ts";

const tenantName = "acme_dpt1";

describe("changes to an account of the inventory", () => {
  const play = allWithPlay();

  async function make(): Promise<ReturnType<typeof ownNames>> {
    const names = ownNames();
    const request = await open(play(), names);
    await request.shows("Waiting for an approver");
    await press(request, play().bob, "Approve");
    await request.shows(/Done, verified|Unverified|Different from/);
    return names;
  }

  it("a rotation issues another password after an approval, and the old one is worth nothing", async () => {
    const { userName } = await make();
    const { bob, dora, vault, workday } = play();
    const tenant = workday.tenant(tenantName);
    const old = newest(play(), userName);
    const before = activations(play()).length;

    const request = await openChange(play(), `rotate ${userName}`, { tell: ["dora"] });
    await request.shows("Waiting for an approver");
    expect(tenant.hasPassword(userName, old.value)).toBe(true);
    expect(request.text()).toContain("The password changes at once");
    await press(request, bob, "Approve");
    await request.shows("Done, verified");

    const now = newest(play(), userName);
    expect(now.value).not.toBe(old.value);
    expect(tenant.hasPassword(userName, now.value)).toBe(true);
    expect(tenant.hasPassword(userName, old.value)).toBe(false);
    expect(vault.readAsConsumer(old.name, old.version)).toMatchObject({ status: 403 });
    expect(activations(play())).toHaveLength(before);
    await isTold(play(), dora, "changes within the next minute");
    await isTold(play(), dora, "is changed");
    await expectNoSecretAnywhere(play());
  });

  it("a retirement closes everything after two approvals", async () => {
    const { userName, groupName } = await make();
    const { bob, workday, vault } = play();
    const tenant = workday.tenant(tenantName);
    const { name } = newest(play(), userName);

    const request = await openChange(play(), `retire ${userName}`);
    await request.shows("Waiting for an approver");
    expect(groupOf(play(), groupName)?.members).toEqual([userName]);
    await press(request, bob, approvePlan);
    await request.shows("Goes live for this request");
    expect(request.text()).toContain("(Removed)");
    await press(request, bob, "Approve");
    await request.shows("Unverified");

    expect(groupOf(play(), groupName)).toMatchObject({ isActive: false, members: [] });
    expect(
      tenant.activePermissions().filter(({ securityGroup }) => securityGroup === groupName),
    ).toEqual([]);
    expect(tenant.accounts().find((account) => account.userName === userName)).toMatchObject({
      doNotAllowUiSessions: true,
    });
    expect(vault.readAsConsumer(name)).toMatchObject({ status: 403 });
    await expectUnknown(userName);
  });

  it("an activation by itself shows everything that is pending, and asks first", async () => {
    const { bob, workday } = play();
    const tenant = workday.tenant(tenantName);
    tenant.seedPendingDomainChange({
      policy: "Worker Data: Compensation",
      securityGroup: "ISSG_Payroll_Benefits",
      access: "Put",
      change: "Added",
      by: "lmcneil",
    });

    const request = await openChange(play(), "activate");
    await request.shows("Waiting for an approver");
    expect(request.text()).toContain("Worker Data: Compensation, Put");
    await press(request, bob, "Approve");
    await request.shows("Done, verified");

    expect(tenant.pending()).toEqual([]);
    expect(activations(play()).at(-1)?.comment).toContain(request.id);
  });

  it("an activation by itself says that nothing is pending, and is approved like any", async () => {
    const { ann, bob, slack, workday } = play();
    const tenant = workday.tenant(tenantName);
    const fields = { comment: "Whatever there was", confirm: true };
    tenant.perform("activate-pending-security-policy-changes", fields, "lmcneil");
    expect(tenant.pending()).toEqual([]);
    await ann.closeAll();
    await ann.command("/workday-isu", "activate");
    await slack.until(() => hasBlock(ann, "reason"), { what: "the form" });
    await ann.fill("reason", "A guide asks for it");
    await ann.submit();
    await slack.until(() => shownTo(ann).includes("Nothing is pending in this tenant"), {
      what: "the plan",
    });

    const before = activations(play()).length;
    const request = await confirmPlan(play());
    await request.shows("Nothing is pending in the tenant, as far as the bot sees");
    expect(activations(play())).toHaveLength(before);
    await press(request, bob, "Approve");
    await request.shows(/Done, verified|Unverified/);
    expect(activations(play())).toHaveLength(before + 1);
  });

  it("says which name may have been meant where there is no such account", async () => {
    const { userName } = await make();

    await expectUnknown(`${userName}x`, "Did you mean");
  });

  async function expectUnknown(userName: string, words = "knows no account"): Promise<void> {
    const { ann, slack } = play();
    await ann.closeAll();
    await ann.command("/workday-isu", `rotate ${userName}`);
    await slack.until(() => shownTo(ann).replaceAll("`", "").includes(words), { what: words });
  }
});

function shownTo(who: Play["ann"]): string {
  const view = who.view();
  return view === undefined ? "" : textOf(view);
}

/** The newest version of an account's secret. */
function newest(
  { vault }: Play,
  userName: string,
): { readonly name: string; readonly version: string; readonly value: string } {
  const secret = vault
    .secrets()
    .find(({ versions }) => versions.some(({ tags }) => tags?.["isu"] === userName));
  const version = secret?.versions.at(-1)?.version ?? "";
  const value = secret && vault.valueOf(secret.name, version);
  if (secret === undefined || value === undefined) throw new Error(`No secret for ${userName}`);
  return { name: secret.name, version, value };
}

function groupOf({ workday }: Play, groupName: string) {
  return workday
    .tenant(tenantName)
    .groups()
    .find(({ name }) => name === groupName);
}

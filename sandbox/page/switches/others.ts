import { scene } from "../../scene.ts";
import { placedElements } from "../../slack/blocks/placed.ts";
import type { Message } from "../../slack/shown.ts";
import type { Workday } from "../../workday/workday.ts";
import type { Switch } from "./switch.ts";
import type { Switchable } from "./switchable.ts";

/** Somebody in Workday who knows nothing of the bot. */
const stranger = "lmcneil";

/** Groups that have nothing to do with the bot, one of each tenant. */
const strangersGroups = ["ISSG_ServiceNow_HR", "ISSG_Ledger"];

/** What the stranger leaves pending for one of them, one with each press. */
const strangersDomains = ["Worker Data: Compensation", "Worker Data: Time Off", "Manage: Location"];

/** People who interfere: past the bot, or at its buttons. */
export const others: readonly Switch[] = [
  {
    kind: "once",
    name: "strangers-change",
    title: "Somebody else leaves a change pending",
    about: "An activation would make it live too: the approval card must show it.",
    act: leaveChange,
  },
  {
    kind: "once",
    name: "own-group-changed",
    title: "Somebody changes the new group by hand",
    about: "The newest group gets one more permission: it is not what was asked for any more.",
    act: changeNewestGroup,
  },
  {
    kind: "once",
    name: "strangers-activation",
    title: "Somebody activates everything",
    about: "What is pending goes live without an approval. The bot raises an alarm.",
    act: activate,
  },
  {
    kind: "once",
    name: "wrong-done",
    title: "Dora says Done without doing it",
    about:
      "With the person hand, for a task in any tenant: the bot looks, and does not believe it.",
    act: sayDone,
  },
];

function leaveChange({ workday }: Switchable, tenantName: string): string {
  const tenant = workday.tenant(tenantName);
  const group = tenant.groups().find(({ name }) => strangersGroups.includes(name));
  if (group === undefined) throw new Error("No group here is other people's.");
  const taken = new Set(tenant.snapshot().pending.map(({ policy }) => policy));
  const policy = strangersDomains.find((domain) => !taken.has(domain));
  if (policy === undefined) throw new Error("Enough is pending of other people already.");
  tenant.seedPendingDomainChange({
    policy,
    securityGroup: group.name,
    access: "View",
    change: "Added",
    by: stranger,
  });
  return `${stranger} left View of “${policy}” pending in ${tenantName}, for ${group.name}.`;
}

function changeNewestGroup({ workday }: Switchable, tenantName: string): string {
  const tenant = workday.tenant(tenantName);
  const { groups, activePermissions, pending } = tenant.snapshot();
  const earlier = listEarlierGroups(workday, tenantName);
  const own = groups.findLast(({ name }) => !earlier.has(name));
  if (own === undefined) throw new Error("No group was made yet. Ask for an account first.");
  const held = [...activePermissions, ...pending].filter(
    ({ securityGroup }) => securityGroup === own.name,
  );
  const domain = strangersDomains.find((name) => !held.some(({ policy }) => policy === name));
  if (domain === undefined) throw new Error(`${own.name} has been changed enough.`);
  const fields = { group: own.name, grant: [{ domain, access: ["View"] }] };
  expectDone(tenant.perform("maintain-permissions", fields, stranger));
  return `${stranger} gave ${own.name} View of “${domain}”: pending in ${tenantName}.`;
}

/** What was there before anybody asked for anything. */
function listEarlierGroups(workday: Workday, tenantName: string): ReadonlySet<string> {
  const names = new Set<string>();
  workday.change(tenantName, ({ definition }) => {
    for (const { name } of definition.groups) names.add(name);
  });
  return names;
}

function activate({ workday }: Switchable, tenantName: string): string {
  const tenant = workday.tenant(tenantName);
  const fields = { comment: "Quarterly clean-up", confirm: true };
  expectDone(tenant.perform("activate-pending-security-policy-changes", fields, stranger));
  return `${stranger} activated what was pending in ${tenantName}.`;
}

function expectDone({
  status,
  detail,
}: {
  readonly status: string;
  readonly detail: string;
}): void {
  if (status !== "done") throw new Error(detail);
}

async function sayDone({ slack }: Switchable): Promise<string> {
  const asked = slack
    .messages(scene.channel)
    .flatMap(({ ts }) => slack.thread(scene.channel, ts))
    .findLast(asksForDone);
  if (asked === undefined) {
    throw new Error(
      "Nobody is asked to do a task now. Restart the bot with the person hand under Bot.",
    );
  }
  await slack.person(scene.people.doer.id).press(asked, "report-done", { isConfirmed: true });
  return "Dora pressed Done. Look at the request's thread.";
}

function asksForDone({ blocks }: Message): boolean {
  return placedElements(blocks).some(({ actionId }) => actionId === "report-done");
}

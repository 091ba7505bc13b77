import type { Delegation } from "../../flows/request/delegation.ts";
import type { Matter, Notice } from "../../flows/request/notice.ts";
import type { Tenant } from "../../flows/tenant/tenant.ts";
import { truncate } from "../../flows/text/truncate.ts";
import {
  type Block,
  buttons,
  header,
  type Message,
  plainSection,
  section,
} from "../blocks/block.ts";
import { code, escape, formatDay, mention, moment } from "../blocks/mrkdwn.ts";
import { cutLines } from "../blocks/slack-limits.ts";
import { typeStatus } from "../blocks/typed-commands.ts";
import { describeWho, formatDays } from "../forms/delegation-form.ts";
import { tellUse, titleOfUse } from "./account-uses.ts";
import { showList, strangeLive } from "./activation-effects.ts";
import { tellOutage, titleOfOutage } from "./outages.ts";
import { tellPasskey, titleOfPasskey } from "./passkeys.ts";
import { lookAgainButton } from "./verdict.ts";
import { listItems } from "./verification.ts";

/** What the channel hears of something that is nobody's turn. */
export function noticeMessage({ matter }: Notice, tenant: Tenant): Message {
  const title = `${tenant.production ? "PRODUCTION: " : ""}${titleOf(matter)}`;
  return {
    text: `${title} in ${escape(tenant.label)}`,
    blocks: [header(title), ...tell(matter, tenant)],
  };
}

// oxlint-disable-next-line complexity -- one arm for each matter
function titleOf(matter: Matter): string {
  switch (matter.kind) {
    case "activation":
      return "An activation that no request asked for";
    case "drift":
      return matter.items.length === 0
        ? `${truncate(matter.userName, 100)} is as asked again`
        : `${truncate(matter.userName, 100)} has drifted`;
    case "went-live":
      return "An activation made live what nobody was shown";
    case "live-unapproved":
      return "Changes are live that nobody approved";
    case "unexplained":
      return "Changes are pending that no request asked for";
    case "rules-changed":
      return "The rules changed";
    case "delegation":
      return matter.delegation.endedAt === undefined
        ? "An approver is away"
        : "A delegation has ended";
    case "passkey":
      return titleOfPasskey(matter);
    case "rotation":
      return `The password of ${truncate(matter.userName, 100)} is ${matter.isOverdue ? "overdue" : "due soon"}`;
    case "outage":
    case "outage-over":
      return titleOfOutage(matter);
    case "account-use":
      return titleOfUse(matter);
    case "refreshed":
      return "Most accounts are gone";
  }
}

// oxlint-disable-next-line complexity -- one arm for each matter
function tell(matter: Matter, tenant: Tenant): Block[] {
  switch (matter.kind) {
    case "activation":
      return tellActivation(matter, tenant);
    case "drift":
      return tellDrift(matter);
    case "went-live":
      return [
        section(
          `When ${matter.request} was activated in ${escape(tenant.label)}, more went live than its approval card showed: somebody added it after the hand-over. An approver should look at it. ${typeStatus(matter.request)} tells the whole story.`,
        ),
        ...strangeLive(matter.strange, matter.gone),
      ];
    case "live-unapproved":
      return [
        section(
          `The changes of ${matter.request} are live in ${escape(tenant.label)}, and no approver was shown them before: somebody activated outside of the bot. Nobody is asked to approve them now. An approver should look at it; who asked can withdraw the request, and its clean-up takes them back. ${typeStatus(matter.request)} tells the whole story.`,
        ),
        ...strangeLive(matter.live, 0),
      ];
    case "unexplained":
      return tellUnexplained(matter, tenant);
    case "rules-changed":
      return tellRulesChanged(matter, tenant);
    case "delegation":
      return announceDelegation(matter.delegation);
    case "passkey":
      return tellPasskey(matter, tenant);
    case "rotation":
      return tellRotation(matter);
    case "outage":
    case "outage-over":
      return tellOutage(matter, tenant);
    case "account-use":
      return tellUse(matter);
    case "refreshed":
      return tellRefreshed(matter, tenant);
  }
}

function tellRefreshed(
  { missing, of }: Extract<Matter, { kind: "refreshed" }>,
  { label }: Tenant,
): Block[] {
  return [
    section(
      `${missing} of the ${of} accounts that this bot made in ${escape(label)} are gone at once. The tenant was probably refreshed from another one. Their passwords in Key Vault do not work there any more; ask for the accounts again. The bot says nothing more about each of them.`,
    ),
  ];
}

function tellUnexplained(
  { request, pending }: Extract<Matter, { kind: "unexplained" }>,
  { label }: Tenant,
): Block[] {
  return [
    section(
      `The bot's or the runner's Workday account made changes in ${escape(label)} that no request asked for. Somebody else may work with that account. Nobody is asked to approve ${request} while they are pending. An approver should find out who made them, and have them taken back; then _Try again_ goes on.`,
    ),
    ...showList("Pending, and asked for by nobody", pending),
  ];
}

function tellRulesChanged(
  { rules }: Extract<Matter, { kind: "rules-changed" }>,
  { label }: Tenant,
): Block[] {
  return [
    section(
      `The configuration of ${escape(label)} has changed: from now on other people, numbers or rules count here, also for open requests. If you did not expect this, ask the bot's operators. The audit trail lists every change.`,
    ),
    ...showList("Before, and now", rules),
  ];
}

function tellRotation(matter: Extract<Matter, { kind: "rotation" }>): Block[] {
  const { userName, owner, dueAt, isOverdue } = matter;
  const again = isOverdue ? " This is said every week until it is done." : "";
  return [
    section(
      `It ${isOverdue ? "was" : "is"} due ${formatDay(dueAt)}. ${mention(owner)} asked for the account, and hears of it too. ${code(`/workday-isu rotate ${truncate(userName, 100)}`)} asks for another password.${again}`,
    ),
  ];
}

function announceDelegation(delegation: Delegation): Block[] {
  const { by, to, reason, endedAt } = delegation;
  if (endedAt !== undefined) {
    return [section(`${mention(by)} is back: ${mention(to)} no longer decides for them.`)];
  }
  return [
    section(`${describeWho(delegation)}, ${formatDays(delegation)}. Both count as one person.`),
    plainSection(`Reason: ${reason}`),
  ];
}

function tellActivation(
  { at, by, comment, groups }: Extract<Matter, { kind: "activation" }>,
  { label }: Tenant,
): Block[] {
  const lines = [
    `Who: ${by === "" ? "the report does not say" : truncate(by, 200)}`,
    `Comment: ${comment === "" ? "none" : truncate(comment, 1000)}`,
  ];
  return [
    section(
      `Somebody activated *everything* that was pending in ${escape(label)}, and no request of this bot explains it. An approver should look at what went live.`,
    ),
    section(`*When:* ${moment(at)}`),
    plainSection(lines.join("\n")),
    section(describeGroups(groups)),
  ];
}

function describeGroups(groups: readonly string[]): string {
  if (groups.length === 0) {
    return "As far as the bot sees, the groups that it made hold what was asked for them.";
  }
  const names = groups.slice(0, 20).map((name) => code(truncate(name, 100)));
  const more = groups.length > 20 ? ` and ${groups.length - 20} more` : "";
  return `*Groups that this bot made and that do not hold exactly what was asked for them:* ${names.join(", ")}${more}`;
}

function tellDrift({ request, items }: Extract<Matter, { kind: "drift" }>): Block[] {
  const where = `${typeStatus(request)} shows all of it.`;
  if (items.length === 0) return [section(`The daily look found what was asked. ${where}`)];
  return [
    section(`The daily look found something else in the tenant than was asked. ${where}`),
    plainSection(cutLines(listItems(items), 2000, "see `status`")),
    buttons([lookAgainButton(request)]),
  ];
}

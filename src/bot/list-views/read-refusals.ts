import { listReaders, type Reading, type ReadRefusal } from "../../flows/authorization/read-access.ts";
import type { Tenant } from "../../flows/tenant/tenant.ts";
import { escape } from "../blocks/mrkdwn.ts";
import { fitLines } from "../blocks/slack-limits.ts";
import { sayPeople } from "../blocks/people.ts";
import { refusals } from "../blocks/messages.ts";

const whats: Record<Reading, string> = {
  inventory:
    "You are on no list of people who may list a tenant's integration users. `/workday-isu status` shows the requests that you can see.",
  audit: "You are on no list of people who may read the audit trail.",
};

const settings: Record<Reading, string> = { inventory: "readers", audit: "auditors" };

/** What somebody may not read, and who may: in `mrkdwn`. */
export function sayReadRefusal(
  refusal: ReadRefusal,
  reading: Reading,
  tenants: readonly Tenant[],
): string {
  if (refusal !== "not-listed") return refusals[refusal];
  const lines = tenants.map((tenant) => {
    const [list, ...others] = listReaders(tenant, reading);
    const people = list && {
      people: [...new Set([list, ...others].flatMap((one) => one.people))],
      groups: [...new Set([list, ...others].flatMap((one) => one.groups))],
    };
    return `${escape(tenant.label)}: ${people === undefined ? `nobody; the bot's operators name people under \`${settings[reading]}\` of the tenant` : sayPeople(people)}.`;
  });
  return `${whats[reading]} Who may:\n${fitLines(lines, 2000).text}`;
}

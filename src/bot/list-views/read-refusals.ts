import {
  listReaders,
  type ReadRefusal,
  type ReadScope,
} from "../../flows/authorization/read-access.ts";
import type { Tenant } from "../../flows/tenant/tenant.ts";
import { refusals } from "../blocks/messages.ts";
import { escape } from "../blocks/mrkdwn.ts";
import { describePeople } from "../blocks/people.ts";
import { fitLines } from "../blocks/slack-limits.ts";
import { typeStatus } from "../blocks/typed-commands.ts";

const whats: Record<ReadScope, string> = {
  inventory: `You may not list the integration users of any tenant. ${typeStatus()} shows the requests that you can see.`,
  audit: "You may not read the audit trail of any tenant.",
};

const settings: Record<ReadScope, string> = { inventory: "readers", audit: "auditors" };

/** What somebody may not read, and who may: in `mrkdwn`. */
export function describeReadRefusal(
  refusal: ReadRefusal,
  reading: ReadScope,
  tenants: readonly Tenant[],
): string {
  if (refusal !== "not-listed") return refusals[refusal];
  const lines = tenants.map((tenant) => {
    const [list, ...others] = listReaders(tenant, reading);
    const people = list && {
      people: [...new Set([list, ...others].flatMap((one) => one.people))],
      groups: [...new Set([list, ...others].flatMap((one) => one.groups))],
    };
    return `${escape(tenant.label)}: ${people === undefined ? `nobody; the bot's operators name people under \`${settings[reading]}\` of the tenant` : describePeople(people)}.`;
  });
  return `${whats[reading]} Who may:\n${fitLines(lines, 2000).text}`;
}

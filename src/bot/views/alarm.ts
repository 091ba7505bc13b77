import type { Matter, Notice } from "../../flows/notice.ts";
import type { Tenant } from "../../flows/tenant.ts";
import { code, escape, moment } from "../escape.ts";
import { header, type Message, plainSection, section } from "./block.ts";
import { cut } from "./limit.ts";

/** What the channel hears of something that is nobody's request. */
export function noticeMessage({ matter }: Notice, tenant: Tenant): Message {
  const title = `${tenant.production ? "PRODUCTION: an" : "An"} activation that no request asked for`;
  return {
    text: `${title} in ${escape(tenant.label)}`,
    blocks: [
      header(title),
      section(
        `Somebody activated *everything* that was pending in ${escape(tenant.label)}, and no request of this bot explains it. An approver should look at what went live.`,
      ),
      section(`*When:* ${moment(matter.at)}`),
      plainSection(tellActivation(matter)),
      section(sayGroups(matter.groups)),
    ],
  };
}

function tellActivation({ by, comment }: Matter): string {
  return [
    `Who: ${by === "" ? "the report does not say" : cut(by, 200)}`,
    `Comment: ${comment === "" ? "none" : cut(comment, 1000)}`,
  ].join("\n");
}

function sayGroups(groups: readonly string[]): string {
  if (groups.length === 0) {
    return "As far as the bot sees, the groups that it made hold what was asked for them.";
  }
  const names = groups.slice(0, 20).map((name) => code(cut(name, 100)));
  const more = groups.length > 20 ? ` and ${groups.length - 20} more` : "";
  return `*Groups that this bot made and that do not hold exactly what was asked for them:* ${names.join(", ")}${more}`;
}

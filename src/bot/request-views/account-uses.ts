import type { Origin, Used } from "../../flows/model/account-use.ts";
import type { SignOnRefusal } from "../../flows/model/sign-on-log.ts";
import type { Matter } from "../../flows/request/notice.ts";
import { count } from "../../flows/text/count.ts";
import { truncate } from "../../flows/text/truncate.ts";
import { type Block, section } from "../blocks/block.ts";
import { code, escape, formatDay, moment } from "../blocks/mrkdwn.ts";
import { typeStatus } from "../blocks/typed-commands.ts";

type AccountUseMatter = Extract<Matter, { kind: "account-use" }>;

/** From where and by which channel, in `mrkdwn`. */
export function describeOrigin({ address, channel }: Origin): string {
  const where = address === "" ? "an address that the log does not say" : code(address);
  return channel === "" ? where : `${where} (${escape(channel)})`;
}

export function titleOfUse({ userName, news }: AccountUseMatter): string {
  const name = truncate(userName, 80);
  switch (news.what) {
    case "unused":
      return `${name} is not used`;
    case "new-origins":
      return `${name} is used from somewhere new`;
    case "refused":
      return `${name} is refused`;
  }
}

/** What the tenant's log of sign-ons told, and the one thing to do. */
export function tellUse(matter: AccountUseMatter): Block[] {
  return [section(`${describeNews(matter)}${whereMore(matter)}`)];
}

function describeNews({ userName, news, request }: AccountUseMatter): string {
  const name = code(truncate(userName, 100));
  switch (news.what) {
    case "unused": {
      const last = news.lastAt === undefined ? "" : ` It was used last ${formatDay(news.lastAt)}.`;
      return `Nobody has signed on as ${name} for ${count(news.days, "day")}, as far as Workday's log shows.${last} If nothing needs it, ${code(`/workday-isu retire ${truncate(userName, 100)}`)} takes it away.`;
    }
    case "new-origins": {
      const whose = request === undefined ? " This is *the bot's own account*." : "";
      return `Somebody signed on as ${name} from where nobody did before.${whose} Ask whoever uses it whether that was them; if not, change its password.\n${listOrigins(news.origins)}`;
    }
    case "refused":
      return `Since ${name} has its new password, Workday refused ${count(news.times, "sign-on")} of it: ${reasons[news.why]} The last one was ${moment(news.last.at)}, from ${describeOrigin(news.last)}. A few wrong passwords lock an account.`;
  }
}

function listOrigins(origins: readonly Used[]): string {
  const shown = origins.slice(0, 20).map((one) => `• ${describeOrigin(one)}, ${moment(one.at)}`);
  const more = origins.length > 20 ? [`And ${origins.length - 20} more.`] : [];
  return [...shown, ...more].join("\n");
}

function whereMore({ request }: AccountUseMatter): string {
  return request === undefined ? "" : `\n${typeStatus(request)} shows its request.`;
}

const reasons: Readonly<Record<SignOnRefusal, string>> = {
  "wrong-password": "the password is wrong. Whoever uses it may not have the new one yet.",
  "authentication-policy": "an authentication policy does not allow it.",
  channel: "it may not sign on by this channel.",
  "locked-or-expired": "the account is locked, disabled or expired.",
  "new-password-required": "it has to change its password first.",
  unsaid: "Workday's log gives no reason.",
};

import type { LogRead, UseNews } from "../model/account-use.ts";
import { dayMs, type Instant } from "../model/ids.ts";
import { isSomebodys, type LoggedSignOn, type SignOnRefusal } from "../model/sign-on-log.ts";
import type { Notice } from "../request/notice.ts";
import type { Request } from "../request/request.ts";
import type { Tenant } from "../tenant/tenant.ts";
import type { learnUse } from "./learn-use.ts";

/** One account, and what the log holds of it that was read now. */
export interface Watched {
  readonly account: {
    readonly userName: string;
    /** Absent for the bot's own account. */
    readonly request?: Request;
    /** The request that issued the password which the account has; absent where none did. */
    readonly issuedBy?: Request;
  };
  readonly signOns: readonly LoggedSignOn[];
  readonly learnt: ReturnType<typeof learnUse>;
}

interface Looked {
  readonly tenant: Pick<Tenant, "name" | "signOns">;
  readonly read: LogRead;
  readonly now: Instant;
  readonly digest: (text: string) => string;
}

/** What is to be told of how accounts are used. Each has a key of its own, so that it is told once. */
export function listUseNotices(all: readonly Watched[], looked: Looked): readonly Notice[] {
  return all.flatMap((one) => [
    ...listFresh(one, looked),
    ...listRefused(one, looked),
    ...listUnused(one, looked),
  ]);
}

function listFresh({ account, learnt }: Watched, looked: Looked): readonly Notice[] {
  const { fresh: origins } = learnt;
  if (origins.length === 0 || !looked.tenant.signOns.tellNewOrigins) return [];
  const named = origins.map(({ address, channel }) => `${address} ${channel}`).join(" ");
  return [toNotice(account, looked, { about: named, news: { what: "new-origins", origins } })];
}

/** For each reason once, since the password was issued. */
function listRefused({ account, signOns }: Watched, looked: Looked): readonly Notice[] {
  const issuedAt = account.issuedBy?.issuedAt;
  if (issuedAt === undefined) return [];
  const refused = new Map<SignOnRefusal, Extract<UseNews, { what: "refused" }>>();
  for (const one of signOns.toSorted((first, second) => first.at - second.at)) {
    const { outcome: why, at, address, channel } = one;
    if (why === "signed-on" || !isSomebodys(one, issuedAt)) continue;
    const times = (refused.get(why)?.times ?? 0) + 1;
    refused.set(why, { what: "refused", why, times, last: { at, address, channel } });
  }
  return [...refused.values()].map((news) =>
    toNotice(account, looked, { about: `${issuedAt} ${news.why}`, news }),
  );
}

/** Counted from its last use, from its making, or from when the log is read without a gap: whichever is last. */
function listUnused({ account, learnt }: Watched, looked: Looked): readonly Notice[] {
  const { unusedAfterDays: days } = looked.tenant.signOns;
  const { request, issuedBy } = account;
  if (request === undefined || days === 0) return [];
  const lastAt = learnt.use.last?.at;
  const { since, until } = looked.read;
  const anew = [since, request.openedAt, lastAt, issuedBy?.issuedAt];
  if (anew.some((at) => at !== undefined && until - at < days * dayMs)) return [];
  const news: UseNews = { what: "unused", days, ...(lastAt !== undefined && { lastAt }) };
  return [toNotice(account, looked, { about: String(lastAt ?? "never"), news })];
}

function toNotice(
  { userName, request }: Watched["account"],
  { tenant, now, digest }: Looked,
  { about, news }: { readonly about: string; readonly news: UseNews },
): Notice {
  return {
    key: `use ${digest(`${tenant.name} ${userName.toLowerCase()} ${news.what} ${about}`)}`,
    tenant: tenant.name,
    madeAt: now,
    matter: { kind: "account-use", userName, ...(request && { request: request.id }), news },
  };
}

import { type Brand, brand } from "../../brand.ts";
import { err, ok, type Result } from "../../result.ts";

/** Milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = Brand<number, "Instant">;

/** A Slack member within a team, such as `T024BE7LD:U024BE7LH`: one without the other names nobody. */
export type PersonId = Brand<string, "PersonId">;

/** A Slack user group within a team, such as `T024BE7LD:S0614TZR7`. */
export type UserGroupId = Brand<string, "UserGroupId">;

/** One request of this bot, such as `ISU-7K3M9QXV`. Part of what the bot makes in Workday. */
export type RequestId = Brand<string, "RequestId">;

/** Somebody's delegation of their approvals, such as `DEL-7K3M9QXV`. */
export type DelegationId = Brand<string, "DelegationId">;

/** A Workday tenant's name as it stands in URLs, such as `acme_dpt1`. */
export type TenantName = Brand<string, "TenantName">;

/** Letters that nobody confuses when reading an id aloud (Crockford's base 32). */
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** Whoever opens what nobody asked for by name: the bot itself. No member of a workspace has this id. */
export const theBot: PersonId = brand("T0:U0");

/** Stands in a request's card for everything that neither it nor another request of the bot's asked for. */
export const theRest: RequestId = brand("ISU-0THERS00");

export function instant(milliseconds: number): Instant {
  return brand(milliseconds);
}

/** Down to the second, for the eyes of people who look for it in Workday. */
export function formatUtc(at: Instant): string {
  const format = new Intl.DateTimeFormat("sv-SE", {
    dateStyle: "short",
    timeStyle: "medium",
    timeZone: "UTC",
  });
  return `${format.format(at)} UTC`;
}

/** Milliseconds of a day. */
export const dayMs = 86_400_000;

export function later(from: Instant, byMs: number): Instant {
  return instant(from + byMs);
}

export function parsePersonId(team: string, user: string): Result<PersonId, "not-a-person"> {
  const raw = `${team}:${user}`;
  return /^[TE][A-Z0-9]{1,20}:[UW][A-Z0-9]{1,20}$/.test(raw) ? ok(brand(raw)) : err("not-a-person");
}

export function parseUserGroupId(
  team: string,
  group: string,
): Result<UserGroupId, "not-a-user-group"> {
  const raw = `${team}:${group}`;
  return /^[TE][A-Z0-9]{1,20}:S[A-Z0-9]{1,20}$/.test(raw)
    ? ok(brand(raw))
    : err("not-a-user-group");
}

/** The Slack ids inside a person's or a user group's id. */
export function slackIdsOf(id: PersonId | UserGroupId): {
  readonly team: string;
  readonly id: string;
} {
  const [team = "", rest = ""] = id.split(":");
  return { team, id: rest };
}

/** Makes an id from eight random whole numbers from 0 to 31. */
export function toRequestId(numbers: readonly number[]): RequestId {
  return brand(`ISU-${numbers.map((number) => alphabet.charAt(number % 32)).join("")}`);
}

export function parseRequestId(raw: string): Result<RequestId, "not-a-request"> {
  const id = raw.trim().toUpperCase();
  return /^ISU-[0-9A-HJKMNP-TV-Z]{8}$/.test(id) ? ok(brand(id)) : err("not-a-request");
}

/** A delegation's id, made from the same numbers as a request's. */
export function toDelegationId(thrown: RequestId): DelegationId {
  return brand(thrown.replace("ISU-", "DEL-"));
}

export function parseDelegationId(raw: string): Result<DelegationId, "not-a-delegation"> {
  return /^DEL-[0-9A-HJKMNP-TV-Z]{8}$/.test(raw) ? ok(brand(raw)) : err("not-a-delegation");
}

export function parseTenantName(raw: string): Result<TenantName, "not-a-tenant"> {
  return /^[A-Za-z][A-Za-z0-9_]{0,62}$/.test(raw) ? ok(brand(raw)) : err("not-a-tenant");
}

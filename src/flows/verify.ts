import { ok, type Result } from "../result.ts";
import { type Acted, type Acting, systemIdOf } from "./act.ts";
import type { FlowDeps, Place } from "./deps.ts";
import { compare, type Expected, type Shown, type Sight } from "./expectations.ts";
import type { Fault } from "./fault.ts";
import type { IntegrationSystemUser } from "./ports.ts";
import type { Request } from "./request.ts";
import { retryRead } from "./retry.ts";
import type { GroupPermissions } from "./tenant-shown.ts";

/**
 * Looks at the tenant and compares it with what was asked. Changes nothing, and never fails: the credential
 * is issued by now, and a request that waited here would run out of time and take it away again. What cannot
 * be read after the usual tries counts as not seen.
 */
export async function verify({ deps, place, request }: Acting): Promise<Acted> {
  const expected = toExpected(request);
  const shown: Shown = {
    user: await lookAtUser(deps, place, expected.systemId),
    ...(await lookAtGroups(deps, place)),
  };
  return ok({ verification: compare(expected, shown) });
}

/** What a request asked for, as the tenant would show it. */
export function toExpected(request: Request): Expected {
  const { userName, groupName, permissions, doNotAllowUiSessions, sessionTimeoutMinutes } =
    request.draft;
  return {
    systemId: systemIdOf(request),
    userName,
    doNotAllowUiSessions,
    ...(sessionTimeoutMinutes !== undefined && { sessionTimeoutMinutes }),
    groupName,
    permissions,
    probes: request.facts.probes ?? [],
  };
}

export async function lookAtUser(
  deps: FlowDeps,
  { workday }: Place,
  systemId: string,
): Promise<Sight<IntegrationSystemUser | undefined>> {
  return toSight(await retryRead(deps.clock, () => workday.findUserOfSystem(systemId)));
}

/** Groups with their members, and what they may do: one read of each for the whole tenant. */
export async function lookAtGroups(
  deps: FlowDeps,
  { workday }: Place,
): Promise<Pick<Shown, "groups" | "permissions">> {
  const groups = toSight(await retryRead(deps.clock, () => workday.readSecurityGroups()));
  const permissions = toSight(await retryRead(deps.clock, () => workday.readGroupPermissions()));
  return { groups: whereThere(groups), permissions: unfold(permissions) };
}

function toSight<Part>(read: Result<Part, Fault>): Sight<Part> {
  return read.ok
    ? { kind: "seen", part: read.value }
    : { kind: "cannot-see", words: read.error.words, isFailed: true };
}

const noReport = {
  kind: "cannot-see",
  words: "The tenant has no report of it.",
  isFailed: false,
} as const;

function whereThere<Part>(sight: Sight<Part | undefined>): Sight<Part> {
  if (sight.kind === "cannot-see") return sight;
  return sight.part === undefined ? noReport : { kind: "seen", part: sight.part };
}

function unfold(sight: Sight<GroupPermissions>): Shown["permissions"] {
  if (sight.kind === "cannot-see") return sight;
  return sight.part.kind === "cannot-see"
    ? noReport
    : { kind: "seen", part: sight.part.permissions };
}

import { ok, type Result } from "../../result.ts";
import { type Attempt, type AuthoritySources, authorize } from "../authorization/authorize.ts";
import { readMembers } from "../inventory/read-others.ts";
import type { PersonId, RequestId } from "../model/ids.ts";
import type { Store } from "../ports/store.ts";
import type { Refusal } from "../request/refusal.ts";
import type { Request } from "../request/request.ts";

/** What somebody may say of one part of a release. */
export interface Voice {
  readonly part: RequestId;
  /** For whom they may decide it, nobody where it is by their own right; or why they may not. */
  readonly may: Result<readonly PersonId[], Refusal>;
}

/** Where it is read who somebody is, and what the requests of a release are. */
type Sources = AuthoritySources & { readonly store: Pick<Store, "find"> };

/** Somebody who wants to approve, as `authorize` asks it. */
type Wish = Omit<Attempt, "command">;

/** Reads for which parts of a release somebody may decide, each by its own rules. Safe to repeat. */
export async function readVoices(
  sources: Sources,
  { by, request: release, tenant }: Wish,
): Promise<readonly Voice[]> {
  const voices: Voice[] = [];
  for (const request of [...(await readReleaseParts(sources, release)), release]) {
    const may = await authorize(sources, { command: "approve", by, request, tenant });
    voices.push({ part: request.id, may });
  }
  return voices;
}

/** Whether somebody may press *Approve*: of a release, for any of its parts. Changes nothing. */
export async function mayApprove(
  sources: Sources,
  wish: Wish,
): Promise<Result<readonly PersonId[], Refusal>> {
  return wish.request.members === undefined
    ? authorize(sources, { command: "approve", ...wish })
    : checkVoices(await readVoices(sources, wish));
}

/** Whether somebody may say anything of any part; else why not, of the first. */
export function checkVoices(voices: readonly Voice[]): Result<readonly PersonId[], Refusal> {
  const refused = voices.find(({ may }) => !may.ok)?.may;
  return refused === undefined || voices.some(({ may }) => may.ok) ? ok([]) : refused;
}

/** The requests of a release, each with as many people to decide on it as have been called by now. */
export async function readReleaseParts(
  { store }: { readonly store: Pick<Store, "find"> },
  release: Request,
): Promise<readonly Request[]> {
  const { isEscalated } = release;
  return (await readMembers(store, release)).map((member) => ({ ...member, isEscalated }));
}

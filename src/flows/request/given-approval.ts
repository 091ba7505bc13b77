import type { Instant, PersonId, RequestId } from "../model/ids.ts";
import type { CredentialId } from "./passkey.ts";

/** One person's yes to exactly what was shown. */
export interface GivenApproval {
  readonly by: PersonId;
  /** The approver who is away, for whom `by` decided. Both count as one person. */
  readonly for?: PersonId;
  readonly at: Instant;
  /** The passkey that proved it. */
  readonly credential?: CredentialId;
  /** Of a release: the parts that it counts for; absent: for the request that it was given to. */
  readonly countsFor?: readonly RequestId[];
  /** What they said with it. */
  readonly note?: string;
}

/** The approvals that the next steps rest on; none before there are as many as are needed. */
export function givenTo({
  approval,
}: {
  readonly approval?: { readonly given: readonly GivenApproval[] };
}): readonly GivenApproval[] {
  return approval?.given ?? [];
}

/** Who gave the approval that the next steps rest on, and for whom. */
export function approversIn({
  approval,
}: {
  readonly approval?: { readonly given: readonly Delegable[] };
}): readonly PersonId[] {
  return listVoices(approval?.given ?? []);
}

/** Who decided, and for whom. */
export function listVoices(given: readonly Delegable[]): readonly PersonId[] {
  return given.flatMap((one) => (one.for === undefined ? [one.by] : [one.by, one.for]));
}

type Delegable = Pick<GivenApproval, "by" | "for">;

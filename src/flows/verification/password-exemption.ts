import { isSameAccount } from "../model/account-name.ts";
import type { Observation } from "../model/observation.ts";
import type { VerificationItem } from "../model/verification.ts";

/** User names, as Workday's list of those exempt from password expiration has them. */
export type ExemptionSight = Observation<readonly string[]>;

interface Expected {
  readonly userName: string;
  /** Whether it was asked for; absent: no. */
  readonly isExempt?: boolean;
}

/** Compares the exemption from password expiration. Where none was asked for, only one that is seen is told. */
export function compareExemption(
  { userName, isExempt = false }: Expected,
  sight: ExemptionSight,
): readonly VerificationItem[] {
  if (sight.kind === "cannot-see") {
    if (!isExempt) return [];
    const what = `The exemption of ${userName} from password expiration`;
    return [{ kind: "unseen", words: `${what}: not seen. ${sight.words}` }];
  }
  const isThere = sight.part.some((exempt) => isSameAccount(exempt, userName));
  if (isThere === isExempt) return [];
  return isExempt
    ? [{ kind: "missing", words: `${userName} is not exempt from password expiration.` }]
    : [
        {
          kind: "too-much",
          words: `${userName} is exempt from password expiration, and nobody asked for it.`,
        },
      ];
}

/** An account that ended is exempt no more. */
export function compareExemptionEnded(
  expected: Expected,
  sight: ExemptionSight,
): readonly VerificationItem[] {
  const { userName, isExempt = false } = expected;
  if (sight.kind === "cannot-see") return compareExemption(expected, sight);
  const isThere = sight.part.some((exempt) => isSameAccount(exempt, userName));
  if (!isThere) return [];
  const still = isExempt ? "still " : "";
  return [{ kind: "too-much", words: `${userName} is ${still}exempt from password expiration.` }];
}

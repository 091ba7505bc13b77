import { isSameAccount } from "../model/account-name.ts";
import type { Observation } from "../model/observation.ts";
import { toItem, unseen, type VerificationItem } from "../model/verification.ts";
import { byEye, type Comparison, expectThat, found } from "./expectation.ts";

/** User names, as Workday's list of those exempt from password expiration has them. */
export type ObservedExemptions = Observation<readonly string[]>;

interface Expected {
  readonly userName: string;
  /** Whether it was asked for; absent: no. */
  readonly isExempt?: boolean;
}

/** Compares the exemption from password expiration: asked for or not, it is a fact of the account. */
export function compareExemption(asked: Expected, observed: ObservedExemptions): Comparison {
  const { userName, isExempt = false } = asked;
  return compare(asked, observed, (isThere) => {
    if (isThere === isExempt) return [];
    return isExempt
      ? [toItem("missing", `${userName} is not exempt from password expiration.`)]
      : [
          toItem(
            "too-much",
            `${userName} is exempt from password expiration, and nobody asked for it.`,
          ),
        ];
  });
}

/** An account that ended is exempt no more. */
export function compareExemptionEnded(asked: Expected, observed: ObservedExemptions): Comparison {
  const { userName, isExempt = false } = asked;
  const still = isExempt ? "still " : "";
  return compare(asked, observed, (isThere) =>
    isThere ? [toItem("too-much", `${userName} is ${still}exempt from password expiration.`)] : [],
  );
}

function compare(
  { userName }: Expected,
  observed: ObservedExemptions,
  judgeIt: (isThere: boolean) => readonly VerificationItem[],
): Comparison {
  const what = `The exemption of ${userName} from password expiration`;
  const items =
    observed.kind === "cannot-see"
      ? [unseen(what, observed.words)]
      : judgeIt(observed.part.some((exempt) => isSameAccount(exempt, userName)));
  return {
    expected: [expectThat("exemption", what, "Look at Maintain Password Rules.")],
    findings: byEye(observed.kind === "seen" ? observed.by : undefined, [
      found("exemption", items),
    ]),
  };
}

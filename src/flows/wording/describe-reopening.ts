import type { Instant } from "../model/ids.ts";
import type { Reopening } from "../tenant/effect-times.ts";

/** How a surface writes moments and foreign words. */
interface Hand {
  readonly tell: (at: Instant) => string;
  readonly quote: (words: string) => string;
}

/** What a request waits for that is approved, such as `the change window, which opens Saturday`. */
export function describeReopening({ opensAt, freeze }: Reopening, { tell, quote }: Hand): string {
  return freeze === undefined
    ? `the change window, which opens ${tell(opensAt)}`
    : `the end of the freeze (${quote(freeze)}), ${tell(opensAt)}`;
}

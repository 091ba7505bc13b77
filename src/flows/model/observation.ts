import type { Away } from "./fault.ts";
import type { EyeName } from "./verification.ts";

/** One part of the tenant, or in words why it could not be seen. */
export type Observation<Part> =
  | {
      readonly kind: "seen";
      readonly part: Part;
      /** Absent: a custom report. */
      readonly by?: EyeName;
    }
  | {
      readonly kind: "cannot-see";
      readonly words: string;
      /** A read failed, and another day it may not; otherwise there is no report to read. */
      readonly isFailed: boolean;
      /** What was asked was away: it may answer soon. */
      readonly away?: Away;
    };

import type { Breakage } from "./breakage.ts";
import { ofLearningGuide } from "./learning-guide.ts";
import { ofOperation } from "./operation.ts";
import { ofOtherGuides } from "./other-guides.ts";
import { ofSegments } from "./segments.ts";

/** One at least for each row of `docs/coverage.md`. */
export const breakages: readonly Breakage[] = [
  ...ofLearningGuide,
  ...ofSegments,
  ...ofOperation,
  ...ofOtherGuides,
];

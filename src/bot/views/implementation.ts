import { stepTitles } from "../../flows/say-step.ts";
import type { Step } from "../../flows/step.ts";
import { type Block, section } from "./block.ts";

/** Says which steps rest on a service that Workday does not publish; nothing where none does. */
export function warnOfImplementation(steps: readonly Step[]): Block[] {
  const used = steps.filter(({ hand }) => hand === "implementation");
  if (used.length === 0) return [];
  const titles = used.map(({ name }) => stepTitles[name]).join(", ");
  return [
    section(
      `*Workday's implementation service, which is not a public one, is used for:* ${titles}.`,
    ),
  ];
}

import type { TenantEntry } from "../config/tenant-entry.ts";
import type { Tenant } from "../flows/tenant/tenant.ts";
import { type Finding, findingsOf } from "./finding.ts";

/** A note about the service that Workday does not publish, where it is switched on. It is not called. */
export function judgeImplementation(
  { name, implementationService }: Pick<TenantEntry, "name" | "implementationService">,
  { hands }: Pick<Tenant, "hands">,
): readonly Finding[] {
  if (implementationService?.enabled !== true) return [];
  const { warning } = findingsOf(`Workday ${name}`);
  const tasks = Object.entries(hands).filter(([, hand]) => hand === "implementation");
  const what = "implementation service";
  if (tasks.length === 0) {
    const words = "It is switched on, and no hand names it.";
    return [warning(what, words, "Take implementationService out of this tenant.")];
  }
  const named = tasks.map(([task]) => task).join(", ");
  const words = `It is not a public service, and it is the hand of ${named}. It was not tried here.`;
  const remedy =
    "Keep it where Workday and your security team agree. Try it in a preview tenant first, with one domain that nobody needs.";
  return [warning(what, words, remedy)];
}

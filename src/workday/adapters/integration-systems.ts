import type { Fault } from "../../flows/model/fault.ts";
import type { IntegrationSystem } from "../../flows/ports/workday.ts";
import { err, ok, type Result } from "../../result.ts";
import { getIntegrationSystems } from "../operations/get-integration-systems.ts";
import { perform, type Sender } from "../wire/perform.ts";
import { readPages } from "../wire/read-pages.ts";
import { unreadable } from "../wire/unreadable.ts";

/**
 * Reads one integration system, by its Integration_System_ID unless another type is said.
 *
 * @returns `undefined` where the tenant has none with this id
 */
export async function findIntegrationSystem(
  sender: Sender,
  id: string,
  type: "WID" | "Integration_System_ID" = "Integration_System_ID",
): Promise<Result<IntegrationSystem | undefined, Fault>> {
  const systems = await perform(sender, getIntegrationSystems, { id, type });
  if (!systems.ok) {
    return systems.error.reason === "invalid-id" ? ok(undefined) : err(systems.error.fault);
  }
  const [first] = systems.value;
  if (first === undefined) return ok(undefined);
  return (type === "WID" ? first.wid : first.id) === id
    ? ok(first)
    : err(unreadable(getIntegrationSystems));
}

/** Reads every integration system, page by page, each once. */
export async function listIntegrationSystems(
  sender: Sender,
): Promise<Result<readonly IntegrationSystem[], Fault>> {
  const read = await readPages(sender, getIntegrationSystems, (page) => ({ page }));
  if (!read.ok) return read;
  const systems = new Map<string, IntegrationSystem>();
  for (const system of read.value) systems.set(system.wid, system);
  return ok([...systems.values()]);
}

import { z } from "zod";
import type { Fault } from "../../flows/model/fault.ts";
import type { IntegrationSystem } from "../../flows/ports/ports.ts";
import { err, ok, type Result } from "../../result.ts";
import { type Element, toReference, toResponseFilter } from "../fields/element.ts";
import { listOf, Reference, Text } from "../fields/reply-parts.ts";
import type { Call } from "../wire/soap.ts";
import { unreadable } from "../wire/unreadable.ts";
import type { Credentials } from "../wire/username-token.ts";
import { readPages } from "./read-pages.ts";

const Reply = z.object({
  Response_Data: z
    .object({
      Integration_System: listOf(
        z.object({
          Integration_System_Reference: Reference,
          Integration_System_Data: z.object({ Integration_System_Name: Text }).nullish(),
        }),
      ),
    })
    .nullish(),
});

/** A page may hold a system's whole set-up, so it is kept well below the 999 that Workday allows. */
const pageSize = 100;

export function toGetIntegrationSystemsRequest(page: number, count: number): Element {
  return { Response_Filter: toResponseFilter(page, count) };
}

interface Named {
  readonly id: string;
  readonly type?: "WID" | "Integration_System_ID";
}

/**
 * Reads one integration system, by its Integration_System_ID unless another type is said.
 *
 * @returns `undefined` where the tenant has none with this id
 * @see Workday Integrations v31.2, Get_Integration_Systems
 */
export async function findIntegrationSystem(
  call: Call,
  as: Credentials,
  { id, type = "Integration_System_ID" }: Named,
): Promise<Result<IntegrationSystem | undefined, Fault>> {
  const reference = toReference(type, id);
  const request = { Request_References: { Integration_System_Reference: reference } };
  const answer = await call({ operation: "Get_Integration_Systems", request }, as);
  if (!answer.ok) {
    return answer.error.reason === "invalid-id" ? ok(undefined) : err(answer.error.fault);
  }
  const systems = fromReply(answer.value);
  if (!systems.ok) return systems;
  const [first] = systems.value;
  if (first === undefined) return ok(undefined);
  return (type === "WID" ? first.wid : first.id) === id
    ? ok(first)
    : err(unreadable("Get_Integration_Systems"));
}

/**
 * Reads every integration system, page by page, each once.
 * @see Workday Integrations v31.2, Get_Integration_Systems
 */
export async function listIntegrationSystems(
  call: Call,
  as: Credentials,
): Promise<Result<readonly IntegrationSystem[], Fault>> {
  const pages = await readPages((page) =>
    call(
      {
        operation: "Get_Integration_Systems",
        request: toGetIntegrationSystemsRequest(page, pageSize),
      },
      as,
    ),
  );
  if (!pages.ok) return pages;
  const systems = new Map<string, IntegrationSystem>();
  for (const page of pages.value) {
    const read = fromReply(page);
    if (!read.ok) return read;
    for (const system of read.value) systems.set(system.wid, system);
  }
  return ok([...systems.values()]);
}

function fromReply(response: object): Result<readonly IntegrationSystem[], Fault> {
  const parsed = Reply.safeParse(response);
  if (!parsed.success) return err(unreadable("Get_Integration_Systems"));
  const systems: IntegrationSystem[] = [];
  for (const item of parsed.data.Response_Data?.Integration_System ?? []) {
    const wid = item.Integration_System_Reference.get("WID");
    const id = item.Integration_System_Reference.get("Integration_System_ID");
    if (wid === undefined || id === undefined) return err(unreadable("Get_Integration_Systems"));
    const name = item.Integration_System_Data?.Integration_System_Name ?? "";
    systems.push({ wid, id, name: name === "" ? id : name });
  }
  return ok(systems);
}

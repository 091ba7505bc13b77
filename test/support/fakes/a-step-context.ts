import type { StepContext } from "../../../src/flows/lifecycle/step-context.ts";
import type { Event } from "../../../src/flows/request/event.ts";
import type { Request } from "../../../src/flows/request/request.ts";
import { anOpening, given } from "../data/a-request.ts";
import type { World } from "./world.ts";

interface Circumstances {
  readonly request?: Request;
  readonly wasBegun?: boolean;
}

/** A step's circumstances in a world: a request that has just begun it, unless said otherwise. */
export function anActing(
  { deps, tenant }: World,
  { request = given(anOpening()), wasBegun = false }: Circumstances = {},
): StepContext {
  return { deps, place: deps.contextOf(tenant.name), request, wasBegun };
}

/** What the first step of a request on a new integration system brought home. */
export const systemMade: Event = {
  kind: "step-finished",
  step: "create-integration-system",
  facts: { systemId: "ISU_BOT_ISU_7K3M9QXV", systemWid: "a1" },
};

export const systemId = "ISU_BOT_ISU_7K3M9QXV";

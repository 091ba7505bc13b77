import type { Fault } from "./slack.ts";
import type { World } from "./world.ts";

export function planFault(world: World, fault: Fault): void {
  world.faults.push(fault);
}

/** Takes the first fault planned for a method; one with `times` stays until it is used up. */
export function takeFault(world: World, method: string): Fault | undefined {
  const index = world.faults.findIndex((fault) => fault.method === method);
  const fault = world.faults[index];
  if (fault === undefined) return undefined;

  const times = (fault.times ?? 1) - 1;
  world.faults.splice(index, 1, ...(times > 0 ? [{ ...fault, times }] : []));
  return fault;
}

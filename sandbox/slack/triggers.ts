import { randomBytes } from "node:crypto";
import { type Refused, refuse } from "./reply.ts";
import type { Trigger, World } from "./world.ts";

const lifetimeMs = 3000;

export function issueTrigger(world: World, person: string, isFromView: boolean): string {
  const id = `${world.triggers.size + 1}.${world.now()}.${randomBytes(16).toString("hex")}`;
  world.triggers.set(id, { person, issuedAt: world.now(), isFromView, isUsed: false });
  return id;
}

/** Looks whether a trigger may still open a view: it lives 3 s and works once. */
export function readTrigger(world: World, id: string): Trigger | Refused {
  if (!/^\d+\.\d+\.[0-9a-f]+$/.test(id)) {
    return refuse("invalid_arguments", {
      response_metadata: {
        messages: ["[ERROR] invalid `trigger_id` [json-pointer:/trigger_id]"],
      },
    });
  }
  const trigger = world.triggers.get(id);
  if (trigger === undefined) return refuse("invalid_trigger_id");
  if (trigger.isUsed) return refuse("exchanged_trigger_id");
  if (world.now() - trigger.issuedAt > lifetimeMs) return refuse("expired_trigger_id");
  return trigger;
}

export function useTrigger(world: World, id: string, trigger: Trigger): void {
  world.triggers.set(id, { ...trigger, isUsed: true });
}

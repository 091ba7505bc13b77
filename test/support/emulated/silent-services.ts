import type { DraftKind } from "../../../src/flows/request/draft.ts";
import { ok } from "../../../src/result.ts";
import type { EmulatedWorld } from "./emulated-world.ts";

type Port = "workday" | "learning" | "implementation" | "vault";

/** A write of the bot's own. */
export interface Service {
  readonly name: string;
  readonly port: Port;
  /** Requests that need it. */
  readonly kinds: readonly DraftKind[];
}

export const services: readonly Service[] = [
  { port: "workday", name: "putIntegrationSystem", kinds: ["create"] },
  { port: "workday", name: "putIntegrationSystemUser", kinds: ["create", "rotate", "retire"] },
  { port: "learning", name: "add", kinds: ["segment"] },
  { port: "learning", name: "addSegment", kinds: ["segment"] },
  { port: "implementation", name: "addGroup", kinds: ["create"] },
  { port: "implementation", name: "putGroup", kinds: ["create", "retire", "activate-group"] },
  {
    port: "implementation",
    name: "putPolicy",
    kinds: ["create", "retire", "permissions", "segment"],
  },
  { port: "vault", name: "enableVersion", kinds: ["create", "rotate"] },
  { port: "vault", name: "disableVersion", kinds: ["rotate", "retire"] },
];

/**
 * From now on the service answers as it did, and the tenant or the vault stays as it was.
 *
 * @returns whether it was asked by now
 */
export function swallow(
  on: EmulatedWorld,
  { port, name }: Service,
  isOn: () => boolean,
): () => boolean {
  let isAsked = false;
  const { world, emulator } = on;
  const place = world.deps.contextOf(world.tenant.name);
  const there = place[port === "vault" ? "workday" : port] ?? {};
  const write: unknown = Reflect.get(port === "vault" ? world.vault : there, name);
  if (typeof write !== "function") throw new Error(`There is no ${port}.${name}`);
  const act = write;
  async function pretend(...given: readonly unknown[]): Promise<unknown> {
    if (!isOn()) return Reflect.apply(act, there, given);
    isAsked = true;
    if (port === "vault") return ok(undefined);
    const held = emulator.save();
    const answer: unknown = await Reflect.apply(act, there, given);
    emulator.restore(held);
    return answer;
  }
  const lying = { [name]: pretend };
  if (port === "vault") Object.assign(world.vault, lying);
  else world.configure((before) => ({ ...before, [port]: { ...before[port], ...lying } }));
  return () => isAsked;
}

import type { Confirm } from "../blocks/confirm.ts";
import type { Placed } from "../blocks/placed.ts";
import type { Value } from "../blocks/values.ts";
import { canSee } from "../conversations.ts";
import type { Host } from "../payloads.ts";
import { act } from "./act.ts";
import type { Outcome, PressOptions, PressOutcome, Where } from "./client.ts";
import { type Desk, hostAt, personAt } from "./desk.ts";
import { findButton, findEntry } from "./find-element.ts";
import { ownOptions, toValue } from "./to-value.ts";

/**
 * Presses a button, or opens a menu and chooses its entry of that text. One with a confirm dialog sends nothing before
 * its yes.
 */
export async function press(
  desk: Desk,
  where: Where,
  button: string,
  { isConfirmed = false, isStale = false }: PressOptions,
): Promise<PressOutcome> {
  personAt(desk);
  const host = isStale && typeof where !== "string" ? where : hostAt(desk, where);
  refuseStrangers(desk, host);
  const { placed, value } = findPressed(desk, host, button);
  const { element } = placed;
  const confirm = "confirm" in element ? element.confirm : undefined;
  if (confirm === undefined || isConfirmed) return act(desk, host, placed, value);
  return { kind: "confirm", dialog: dialogOf(confirm), ...answers(desk, host, { placed, value }) };
}

interface Pressed {
  readonly placed: Placed;
  /** Of a menu: the entry that is chosen. */
  readonly value: Value | undefined;
}

function answers(
  desk: Desk,
  host: Host,
  { placed, value }: Pressed,
): { yes(): Promise<Outcome>; no(): void } {
  return { yes: () => act(desk, host, placed, value), no: () => undefined };
}

function findPressed({ world }: Desk, host: Host, name: string): Pressed {
  const entry = findEntry(host, name);
  if (entry === undefined) return { placed: findButton(host, name), value: undefined };
  const { menu: placed, value } = entry;
  return { placed, value: toValue(world, placed, value, ownOptions(placed)) };
}

function dialogOf(confirm: Confirm): {
  readonly title: string;
  readonly text: string;
  readonly confirm: string;
  readonly deny: string;
} {
  return {
    title: confirm.title?.text ?? "Are you sure?",
    text: confirm.text.text,
    confirm: confirm.confirm?.text ?? "Yes",
    deny: confirm.deny?.text ?? "No",
  };
}

function refuseStrangers({ world, id }: Desk, host: Host): void {
  if (host.kind === "view") return;
  const channel = world.channels.get(host.channel);
  if (channel !== undefined && canSee(world, channel, id)) return;
  throw new Error(`${id} does not see ${channel?.name ?? host.channel}`);
}

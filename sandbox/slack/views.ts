import { randomBytes } from "node:crypto";
import { withIds } from "./blocks/placed.ts";
import { HomeContent, ModalContent } from "./blocks/surface.ts";
import { startingValues } from "./blocks/values.ts";
import { mentionsInBlocks } from "./mentions.ts";
import { type Refused, refuse, refuseInput } from "./reply.ts";
import type { View } from "./shown.ts";
import type { World } from "./world.ts";

const maximumDepth = 3;

type Content = View["content"];

export function readModal(world: World, raw: unknown): ModalContent | Refused {
  const parsed = ModalContent.safeParse(raw);
  if (!parsed.success) return refuseInput("invalid_arguments", parsed.error, raw, "/view");
  return acceptable(world, parsed.data);
}

export function readHome(world: World, raw: unknown): HomeContent | Refused {
  const parsed = HomeContent.safeParse(raw);
  if (!parsed.success) return refuseInput("invalid_arguments", parsed.error, raw, "/view");
  return acceptable(world, parsed.data);
}

function acceptable<T extends Content>(world: World, content: T): T | Refused {
  if (JSON.stringify(content).length > 250_000) return refuse("view_too_large");
  return { ...content, blocks: withIds(content.blocks, () => world.nextId("b")) };
}

/** Puts a modal on top of the person's stack. */
export function pushModal(world: World, person: string, content: ModalContent): View | Refused {
  const stack = stackOf(world, person);
  const top = stack.at(-1);
  if (stack.length >= maximumDepth) return refuse("push_limit_reached");
  if (isTaken(world, content.external_id, undefined)) return refuse("duplicate_external_id");

  const id = world.nextId("V");
  const view = shown(world, person, content, {
    id,
    rootId: top?.rootId ?? id,
    ...(top === undefined ? {} : { previousId: top.id }),
  });
  setStack(world, person, [...stack, view]);
  return view;
}

/** Opens a modal with no others below it; what was open is gone. */
export function openModal(world: World, person: string, content: ModalContent): View | Refused {
  setStack(world, person, []);
  return pushModal(world, person, content);
}

/** Shows other content in an open view. What was entered under the same ids stays. */
export function replaceContent(world: World, view: View, content: Content): View | Refused {
  if (isTaken(world, content.external_id, view.id)) return refuse("duplicate_external_id");
  const next = shown(world, view.person, content, view);
  putView(world, next);
  return next;
}

export function publishHome(world: World, person: string, content: HomeContent): View | Refused {
  const before = world.homes.get(person);
  if (before !== undefined) return replaceContent(world, before, content);
  const id = world.nextId("V");
  const view = shown(world, person, content, { id, rootId: id });
  putView(world, view);
  return view;
}

type Base = Pick<View, "id" | "rootId"> & Partial<Pick<View, "previousId" | "values">>;

function shown(world: World, person: string, content: Content, base: Base): View {
  world.mentions.push(...mentionsInBlocks(content.blocks, "view"));
  return {
    kind: "view",
    id: base.id,
    rootId: base.rootId,
    ...(base.previousId === undefined ? {} : { previousId: base.previousId }),
    hash: `${world.nextTs()}.${randomBytes(4).toString("hex")}`,
    person,
    content,
    values: startingValues(content.blocks, base.values ?? {}),
    errors: {},
  };
}

/** Puts a changed view where the old one was; does nothing when that is closed by now. */
export function putView(world: World, view: View): void {
  if (view.content.type === "home") {
    world.homes.set(view.person, view);
    world.changed();
    return;
  }
  const stack = stackOf(world, view.person);
  const next = stack.map((other) => (other.id === view.id ? view : other));
  setStack(world, view.person, next);
}

export function stackOf(world: World, person: string): readonly View[] {
  return world.modals.get(person) ?? [];
}

export function setStack(world: World, person: string, stack: readonly View[]): void {
  world.modals.set(person, stack);
  world.changed();
}

export function findView(world: World, isIt: (view: View) => boolean): View | undefined {
  return [...[...world.modals.values()].flat(), ...world.homes.values()].find(isIt);
}

function isTaken(
  world: World,
  externalId: string | undefined,
  except: string | undefined,
): boolean {
  if (externalId === undefined) return false;
  const holder = findView(world, ({ content }) => content.external_id === externalId);
  return holder !== undefined && holder.id !== except;
}

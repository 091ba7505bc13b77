import { z } from "zod";
import { isRefused, type Refused, type Reply, refuse } from "../reply.ts";
import type { View } from "../shown.ts";
import { readTrigger, useTrigger } from "../triggers.ts";
import { toSlackView } from "../view-shape.ts";
import {
  findView,
  openModal,
  publishHome,
  pushModal,
  readHome,
  readModal,
  replaceContent,
  stackOf,
} from "../views.ts";
import type { World } from "../world.ts";
import { defineMethod, Id, Json } from "./method.ts";

const opening = { trigger_id: Id, view: Json };

/** @see Slack: views.open */
export const openView = defineMethod({
  name: "views.open",
  args: opening,
  run: (world, args) => {
    const trigger = readTrigger(world, args.trigger_id);
    if (isRefused(trigger)) return trigger;
    const content = readModal(world, args.view);
    if (isRefused(content)) return content;
    useTrigger(world, args.trigger_id, trigger);
    const show = trigger.isFromView ? pushModal : openModal;
    return answer(world, show(world, trigger.person, content));
  },
});

/** @see Slack: views.push */
export const pushView = defineMethod({
  name: "views.push",
  args: opening,
  run: (world, args) => {
    const trigger = readTrigger(world, args.trigger_id);
    if (isRefused(trigger)) return trigger;
    if (!trigger.isFromView || stackOf(world, trigger.person).length === 0) {
      return refuse("not_found");
    }
    const content = readModal(world, args.view);
    if (isRefused(content)) return content;
    useTrigger(world, args.trigger_id, trigger);
    return answer(world, pushModal(world, trigger.person, content));
  },
});

/** @see Slack: views.update */
export const updateView = defineMethod({
  name: "views.update",
  args: {
    view: Json,
    view_id: z.string().optional(),
    external_id: z.string().optional(),
    hash: z.string().optional(),
  },
  run: (world, args) => {
    const view = findView(world, ({ id, content }) =>
      args.view_id === undefined
        ? args.external_id !== undefined && content.external_id === args.external_id
        : id === args.view_id,
    );
    if (view === undefined) return refuse("not_found");
    const read = view.content.type === "home" ? readHome : readModal;
    const content = read(world, args.view);
    if (isRefused(content)) return content;
    if (args.hash !== undefined && args.hash !== view.hash) return refuse("hash_conflict");
    return answer(world, replaceContent(world, view, content));
  },
});

/** @see Slack: views.publish */
export const publishView = defineMethod({
  name: "views.publish",
  args: { user_id: Id, view: Json, hash: z.string().optional() },
  run: (world, args) => {
    if (!world.people.has(args.user_id)) return refuse("user_not_found");
    if (!world.hasHome) return refuse("not_enabled");
    const content = readHome(world, args.view);
    if (isRefused(content)) return content;
    const before = world.homes.get(args.user_id);
    if (args.hash !== undefined && before !== undefined && args.hash !== before.hash) {
      return refuse("hash_conflict");
    }
    return answer(world, publishHome(world, args.user_id, content));
  },
});

function answer(world: World, view: View | Refused): Reply {
  if (isRefused(view)) return view;
  return { ok: true, view: toSlackView(world, view) };
}

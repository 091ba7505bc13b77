import { canSee, channelNamed, openDirect } from "../conversations.ts";
import { homeOpenedPayload } from "../payloads.ts";
import { putMessage } from "../postings.ts";
import type { Message } from "../shown.ts";
import { stackOf } from "../views.ts";
import type { Outcome, Person } from "./client.ts";
import { close, closeAll } from "./close.ts";
import { typeCommand } from "./command.ts";
import { type Desk, hostAt, personAt, topView } from "./desk.ts";
import { choose, fill } from "./enter.ts";
import { findInput } from "./find-element.ts";
import { press } from "./press.ts";
import { submit } from "./submit.ts";
import { suggest } from "./suggest.ts";

/** One person, acting through what their client offers. */
export function createPerson(desk: Desk, name: string): Person {
  const { world, id } = desk;
  return {
    id,
    name,
    command: (command, text = "", where = {}) =>
      typeCommand(desk, { name: command, text, channel: where.channel }),
    say: (channel, text, where = {}) => say(desk, channel, text, where.threadTs),
    view: () => stackOf(world, id).at(-1),
    views: () => stackOf(world, id),
    home: () => world.homes.get(id),
    openHome: () => openHome(desk),
    fill: (input, value) => fill(desk, input, value),
    suggest: (input, query) => {
      const view = hostAt(desk, "view");
      return suggest(desk, view, findInput(topView(desk), input), query);
    },
    submit: () => submit(desk),
    close: () => close(desk),
    closeAll: () => closeAll(desk),
    press: (where, button, options = {}) => press(desk, where, button, options),
    choose: (where, actionId, value) => choose(desk, where, actionId, value),
  };
}

function say(desk: Desk, named: string, text: string, threadTs: string | undefined): Message {
  const { world, id } = desk;
  const channel = channelNamed(world, named);
  personAt(desk);
  if (!canSee(world, channel, id)) throw new Error(`${id} does not see ${named}`);
  return putMessage(world, { text, blocks: [] }, { channel: channel.id, user: id, threadTs });
}

async function openHome(desk: Desk): Promise<Outcome> {
  if (!desk.world.hasHome) throw new Error("The app has no Home tab");
  const { id: channel } = openDirect(desk.world, desk.id);
  const payload = homeOpenedPayload(desk.world, personAt(desk), channel);
  const ack = await desk.deliver({ kind: "event", payload });
  if (ack.kind === "acknowledged") return { kind: "sent" };
  return { kind: "trouble", message: "The Home tab did not load." };
}

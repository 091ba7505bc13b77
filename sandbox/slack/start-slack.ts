import { once } from "node:events";
import { restoreInto, toSaved } from "../saved.ts";
import { createControls } from "./controls.ts";
import { channelNamed, findDirect } from "./conversations.ts";
import { createDeliver, type Deliver } from "./delivery.ts";
import { createSocketHub, type SocketHub } from "./delivery-socket.ts";
import type { Person } from "./people/client.ts";
import { idOf } from "./people/named.ts";
import { createPerson } from "./people/person.ts";
import { findMessage } from "./postings.ts";
import { startServer } from "./server.ts";
import type { Slack } from "./slack.ts";
import { snapshotFor } from "./snapshot.ts";
import { countCalls, trafficWith } from "./traffic.ts";
import { until } from "./until.ts";
import type { SlackOptions } from "./workspace.ts";
import { createWorld, type World } from "./world.ts";

/** Starts a Slack on loopback. It stands in for the real one, and is as strict. */
export async function startSlack(options: SlackOptions): Promise<Slack> {
  const world = createWorld(options);
  const server = await startServer(world, options.port ?? 0);
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port to listen on");
  world.url = `http://127.0.0.1:${address.port}`;
  const hub = createSocketHub(world, server);

  return {
    url: world.url,
    apiUrl: `${world.url}/api/`,
    mentions: world.mentions,
    traffic: world.traffic,
    stop: async () => {
      hub.close();
      server.close();
      const impatience = setTimeout(() => server.closeAllConnections(), 500);
      await once(server, "close");
      clearTimeout(impatience);
    },
    ...connectionSide(world, hub),
    ...readingSide(world, createDeliver(world, hub)),
    ...createControls(world),
    save: () => toSaved({ channels: world.channels, messages: world.messages }),
    restore: (saved) => restoreInto(world, saved),
  };
}

function connectionSide(
  world: World,
  hub: SocketHub,
): Pick<Slack, "pointAt" | "connections" | "dropConnections"> {
  return {
    pointAt: (delivery) => {
      world.delivery = delivery;
    },
    connections: () => hub.count(),
    dropConnections: (how, which = {}) => hub.drop(how, which),
  };
}

function readingSide(
  world: World,
  deliver: Deliver,
): Pick<
  Slack,
  | "person"
  | "messages"
  | "message"
  | "thread"
  | "directMessages"
  | "ephemerals"
  | "trafficWith"
  | "countCalls"
  | "snapshot"
  | "until"
  | "onChange"
> {
  return {
    person: (idOrName) => personNamed(world, deliver, idOrName),
    messages: (named) => {
      const { id } = channelNamed(world, named);
      return world.messages.filter(
        ({ channel, threadTs, isBroadcast }) =>
          channel === id && (threadTs === undefined || isBroadcast),
      );
    },
    message: (named, ts) => findMessage(world, channelNamed(world, named).id, ts),
    thread: (named, parent) => {
      const { id } = channelNamed(world, named);
      return world.messages.filter(
        ({ channel, ts, threadTs }) => channel === id && (ts === parent || threadTs === parent),
      );
    },
    directMessages: (person) => {
      const channel = findDirect(world, idOf(world, person));
      return world.messages.filter((message) => message.channel === channel?.id);
    },
    ephemerals: (person) => {
      const id = idOf(world, person);
      return world.ephemerals.filter(({ to }) => to === id);
    },
    trafficWith: (text) => trafficWith(world, text),
    countCalls: (since) => countCalls(world, since),
    snapshot: (person) => snapshotFor(world, idOf(world, person)),
    until: (check, options = {}) => until(world, check, options),
    onChange: (listener) => {
      world.listeners.add(listener);
      return () => {
        world.listeners.delete(listener);
      };
    },
  };
}

function personNamed(world: World, deliver: Deliver, idOrName: string): Person {
  const id = idOf(world, idOrName);
  return createPerson({ world, deliver, id }, world.people.get(id)?.name ?? id);
}

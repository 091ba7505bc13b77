import { expect, it } from "vitest";
import { createHolder } from "../../../src/bot/publisher/holder.ts";
import type { PublisherParts } from "../../../src/bot/publisher/parts.ts";
import { type Plan, planRequests } from "../../../src/bot/publisher/plan-requests.ts";
import { createPosting } from "../../../src/bot/publisher/posting.ts";
import { createReadWorkspace } from "../../../src/bot/slack/workspace.ts";
import { instant } from "../../../src/flows/model/ids.ts";
import type { Behind } from "../../../src/flows/ports/outbox.ts";
import { ok } from "../../../src/result.ts";
import { anId } from "../../store/support/an-opened.ts";
import { aTenant } from "../../support/data/a-tenant.ts";
import { createFakeLog } from "../../support/fakes/fake-log.ts";
import { createFakeOutbox } from "../../support/fakes/fake-outbox.ts";
import { createFakeSlack } from "../support/fake-slack.ts";

function behind(n: number, isWorking: boolean, round = 0): Behind {
  return { request: anId(n), tenant: aTenant().name, since: instant(n), round, isWorking };
}

/** @returns which were read at each look, by their numbers */
function playLooks() {
  const plans = new Map<string, Plan>();
  const outbox = createFakeOutbox();
  let list: readonly Behind[] = [];
  let read: string[] = [];
  let now = 0;
  const slack = createFakeSlack({});
  const parts: PublisherParts = {
    outbox: {
      ...outbox,
      listBehind: async () => list,
      findDisplay: async (id: string) => {
        read.push(id);
        return undefined;
      },
    },
    store: { readStory: async () => [] },
    ledger: outbox,
    log: createFakeLog(),
    elapsed: () => now,
    now: () => instant(0),
    tenants: [],
    recipes: { find: () => undefined, list: () => [] },
    isDatabaseAway: () => false,
    slack,
    posting: createPosting(slack),
    workspace: createReadWorkspace(slack),
    holder: createHolder(outbox.lease, () => now),
    checkPostable: async () => ok(undefined),
    onShown: async () => undefined,
  };
  const turns = {
    isBusy: () => false,
    listBusy: () => new Set<string>(),
    isOpen: () => true,
    begin: () => 0,
    whenIdle: async () => undefined,
  };
  return async (ms: number, ...waiting: readonly Behind[]) => {
    now += ms;
    list = waiting;
    read = [];
    const isWhole = await planRequests(parts, { turns, plans }, () => undefined);
    return { read: [...read], isWhole };
  };
}

it("reads what it is somebody's turn at first, and a few at a time", async () => {
  const look = playLooks();
  const many = Array.from({ length: 10 }, (_, at) => behind(at + 1, at < 5));

  const first = await look(0, ...many);
  const second = await look(1, ...many);

  const turnsFirst = [6, 7, 8, 9, 10, 1, 2, 3].map(anId);
  expect(first).toEqual({ read: turnsFirst, isWhole: false });
  expect(second).toEqual({ read: [4, 5].map(anId), isWhole: true });
});

it("reads what is at work every two seconds, and at once when that changes", async () => {
  const look = playLooks();

  const looks = [
    await look(0, behind(1, true, 0)),
    await look(1999, behind(1, true, 1)),
    await look(1, behind(1, true, 1)),
    await look(1, behind(1, false, 2)),
    await look(1, behind(1, false, 2)),
    await look(1, behind(1, true, 3)),
    await look(15_000, behind(1, true, 3)),
  ];

  expect(looks.map(({ read }) => read.length)).toEqual([1, 0, 1, 1, 0, 1, 1]);
});

it("reads one of many that have just begun only when it may be due", async () => {
  const look = playLooks();
  const many = Array.from({ length: 11 }, (_, at) => behind(at + 1, true));

  expect((await look(0, ...many)).read).toEqual([]);
  expect((await look(2000, ...many)).read).toHaveLength(8);
});

it("plans anew what was planned while fewer waited, among many later", async () => {
  const look = playLooks();
  const many = Array.from({ length: 11 }, (_, at) => behind(at + 1, true));

  expect((await look(0, ...many.slice(0, 2))).read).toEqual([1, 2].map(anId));
  expect((await look(500, ...many.slice(0, 4))).read).toEqual([3, 4].map(anId));
  expect((await look(500, ...many.slice(0, 5))).read).toEqual([1, 2, 5].map(anId));
  expect((await look(500, ...many)).read).toEqual([]);
  expect((await look(1999, ...many)).read).toEqual([]);
  expect((await look(1, ...many)).read).toHaveLength(8);
});

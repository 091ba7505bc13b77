import { setImmediate as turn } from "node:timers/promises";
import { expect, it, onTestFinished } from "vitest";
import { createPublisher } from "../../../src/bot/publisher/publisher.ts";
import type { PublisherLedger } from "../../../src/flows/ports/outbox.ts";
import { ok } from "../../../src/result.ts";
import { requestId, start } from "../../support/data/a-request.ts";
import { aTenant } from "../../support/data/a-tenant.ts";
import { ann } from "../../support/data/people.ts";
import { aHolder, aPublisher } from "./a-publisher.ts";

const { name: tenant } = aTenant();
const matter = { kind: "refreshed", missing: 3, of: 4 } as const;
const notice = { key: "most are gone", tenant, madeAt: start, matter, isBegun: false };
const direct = { key: "you", person: ann, words: "You are told", request: requestId };

it.each([
  ["a notice", "conversations.history", { notices: [notice], messages: [] }],
  ["a private message", "conversations.open", { notices: [], messages: [direct] }],
])("posts %s once that was read before its call and came after it", async (_what, asked, rows) => {
  const { parts, slack } = aPublisher();
  const gate = Promise.withResolvers<void>();
  const calling = Promise.withResolvers<void>();
  const settled = Promise.withResolvers<void>();
  let looks = 0;
  async function settle(): Promise<void> {
    settled.resolve();
  }
  const ledger: PublisherLedger = { ...parts.ledger, settleNotice: settle, settleDirect: settle };
  const outbox = {
    ...parts.outbox,
    listBehind: async () => [],
    listNotices: async () => {
      looks += 1;
      // The second look reads the row while the first one's call is on its way, and has it when that is over.
      if (looks === 2) {
        gate.resolve();
        await settled.promise;
        await turn();
      }
      return looks > 2 ? [] : rows.notices;
    },
    listDirect: async () => (looks > 2 ? [] : rows.messages),
  };
  async function held() {
    calling.resolve();
    await gate.promise;
    return ok(undefined);
  }
  const posting = {
    ...parts.posting,
    openDirect: async (...args: Parameters<typeof parts.posting.openDirect>) => {
      await held();
      return parts.posting.openDirect(...args);
    },
  };
  const publisher = createPublisher({
    ...parts,
    outbox,
    ledger,
    posting,
    checkPostable: held,
    holder: { ...aHolder(1), renew: async () => 1 },
  });
  onTestFinished(() => publisher.stop());

  publisher.start();
  await calling.promise;
  publisher.wake();
  await expect.poll(() => looks).toBeGreaterThan(2);
  await turn();

  expect(slack.calls.filter((call) => call === "chat.postMessage")).toHaveLength(1);
  expect(slack.calls.filter((call) => call === asked).length).toBeLessThanOrEqual(1);
});

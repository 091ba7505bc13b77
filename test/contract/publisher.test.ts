import { describe, expect, it } from "vitest";
import { textOf } from "../../sandbox/slack/text-of.ts";
import type { Event } from "../../src/flows/request/event.ts";
import { onlyMessage } from "../bot/support/shown.ts";
import { useStore } from "../store/support/open-store.ts";
import { anAsking } from "../support/data/a-request.ts";
import { ben } from "../support/data/people.ts";
import { setPublisherStage } from "./a-publisher-stage.ts";

const openStore = useStore();
const approved: Event = { kind: "approved", by: ben, digest: "sha256:shown" };

/** The calls of one method arrive only when they are let go, as those of a process that is frozen and woken. */
function createGate(method: string) {
  const held = Promise.withResolvers<void>();
  const gate = Promise.withResolvers<void>();

  async function through(...[url, init]: Parameters<typeof fetch>): Promise<Response> {
    if (typeof url === "string" && url.endsWith(method)) {
      held.resolve();
      await gate.promise;
    }
    // The client's own time limit was over long ago; a frozen process has sent all the same.
    return fetch(url, { ...init, signal: null });
  }

  return { through, whenHeld: held.promise, letGo: gate.resolve };
}

describe("two replicas", () => {
  it("show in the end what the database says, though one is frozen and writes an older text late", async () => {
    const { slack, replica, record, loseLease, whenSettled, doubts } =
      await setPublisherStage(openStore);
    await record(anAsking());
    const gate = createGate("chat.update");
    replica("frozen", { through: gate.through });
    await slack.until(() => slack.messages("workday")[0]);
    await record(approved);
    await gate.whenHeld;

    await loseLease();
    replica("other");
    await record({ kind: "done" });
    await slack.until(() => textOf(onlyMessage(slack)).includes("Unverified"));
    await whenSettled();
    const before = await doubts();
    gate.letGo();
    await expect.poll(doubts).toBeGreaterThan(before);
    await whenSettled();

    expect(textOf(onlyMessage(slack))).toContain("Unverified");
  });

  it("leave one message, though the first post of a frozen one arrives late", async () => {
    const { slack, replica, record, loseLease, whenSettled, doubts } =
      await setPublisherStage(openStore);
    const gate = createGate("chat.postMessage");
    replica("frozen", { through: gate.through });
    await gate.whenHeld;

    await loseLease();
    replica("other");
    await record(anAsking());
    await slack.until(() => slack.messages("workday")[0]);
    await whenSettled();
    const before = await doubts();
    gate.letGo();
    await expect.poll(doubts).toBeGreaterThan(before);
    await whenSettled();

    await slack.until(() => slack.messages("workday").length === 1);
    expect(textOf(onlyMessage(slack))).toContain("Waiting for an approver");
  });

  it.each([
    ["the message", 1],
    ["its reply", 2],
  ])(
    "post nothing twice, though one died before it wrote down that it had posted %s",
    async (_what, nth) => {
      const { slack, replica, record, loseLease, whenSettled } = await setPublisherStage(openStore);
      await record(anAsking());
      const death = Promise.withResolvers<boolean>();
      const died = Promise.withResolvers<void>();
      let calls = 0;
      replica("dying", {
        onConclude: async (conclude) => {
          calls += 1;
          if (calls < nth) return conclude();
          died.resolve();
          return death.promise;
        },
      });
      await died.promise;

      await loseLease();
      replica("other");
      await whenSettled();
      death.resolve(false);

      expect(slack.thread("workday", onlyMessage(slack).ts)).toHaveLength(2);
    },
  );
});

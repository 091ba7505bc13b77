import { afterEach } from "vitest";
import { findFreePort } from "../../../sandbox/free-port.ts";
import type { Slack } from "../../../sandbox/slack/slack.ts";
import { startSlack } from "../../../sandbox/slack/start-slack.ts";
import type { SlackOptions } from "../../../sandbox/slack/workspace.ts";
import { type Bot, type BotOptions, createBot } from "../../../src/bot/app.ts";
import type { Shown } from "../../../src/bot/publisher/parts.ts";
import type { BotDeps } from "../../../src/bot/slack/deps.ts";
import { parseDraft } from "../../../src/flows/intake/parse-draft.ts";
import type { Draft } from "../../../src/flows/request/draft.ts";
import type { Notice } from "../../../src/flows/request/notice.ts";
import type { Raw, TenantCheck } from "../../../src/flows/request/raw-draft.ts";
import { createCatalogue } from "../../../src/flows/tenant/catalogue.ts";
import type { Recipe } from "../../../src/flows/tenant/recipe.ts";
import type { Tenant } from "../../../src/flows/tenant/tenant.ts";
import { err, ok, type Result } from "../../../src/result.ts";
import { Secret } from "../../../src/secret.ts";
import { aDomain, aProcess } from "../../support/data/a-domain.ts";
import { aTenant } from "../../support/data/a-tenant.ts";
import { team } from "../../support/data/people.ts";
import { createFakeClock, type FakeClock } from "../../support/fakes/fake-clock.ts";
import { createFakeDelegations } from "../../support/fakes/fake-delegations.ts";
import { createFakeEngine, type FakeEngine } from "../../support/fakes/fake-engine.ts";
import { createFakeLog, type FakeLog } from "../../support/fakes/fake-log.ts";
import { createFakeOutbox, type FakeOutbox } from "../../support/fakes/fake-outbox.ts";
import { createFakeRandom } from "../../support/fakes/fake-random.ts";
import { createFakeStore, type FakeStore } from "../../support/fakes/fake-store.ts";
export const signingSecret = "an-office-signing-secret";

/** The bot in an emulated workspace, with the rest of the house in memory. */
export interface Office {
  readonly slack: Slack;
  readonly bot: Bot;
  readonly deps: BotDeps;
  readonly store: FakeStore;
  readonly engine: FakeEngine;
  readonly log: FakeLog;
  readonly clock: FakeClock;
  readonly outbox: FakeOutbox;
  /** What the publisher said that Slack shows from now on. */
  readonly shown: readonly Shown[];
  /** Queues a notice. */
  readonly notice: (notice: Notice) => void;
  /** Where Slack delivers, for signed requests of a test's own. */
  readonly url: string;
}

export const viva: Recipe = {
  name: "viva-learning",
  vendor: "Microsoft Viva Learning",
  source: "Microsoft Viva Learning, Create an integration system user (ISU) on Workday",
  date: "2026-11-01",
  userName: "ISU_Viva",
  groupName: "ISSG_Viva",
  sessionTimeoutMinutes: 0,
  doNotAllowUiSessions: true,
  permissions: { Get: ["Worker Data: Workers"], Put: [], View: [], Modify: [] },
};

export const catalogue = createCatalogue([
  {
    functionalAreas: ["System"],
    domains: [
      aDomain("Worker Data: Workers", { seenWith: ["Get"] }),
      aDomain("Workday Accounts", { area: "System", aliases: ["Accounts of Workday"] }),
      aDomain("Manage: Learning Content"),
      aDomain("Reports: Learning Record"),
      aDomain("Security Administration", { administersSecurity: true }),
    ],
    businessProcesses: [
      aProcess("Contact Change"),
      aProcess("Hire", "Import Hire (Web Service)", { area: "System", sources: [] }),
    ],
  },
]);

export interface OfficeChanges {
  readonly slack?: Partial<SlackOptions>;
  readonly deps?: Partial<BotDeps>;
  readonly isSocket?: boolean;
  /** Whether the publisher is not started. */
  readonly isQuiet?: boolean;
  readonly fetch?: BotOptions["fetch"];
  readonly commands?: BotOptions["commands"];
  readonly operators?: string;
  readonly newerBlocks?: boolean;
  readonly watch?: BotOptions["watch"];
}

const known = [viva];

const closings: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const close of closings.splice(0).toReversed()) await close();
});

export async function openOffice(changes: OfficeChanges = {}): Promise<Office> {
  const slack = await startSlack({ ...workspace, ...changes.slack });
  closings.push(() => slack.stop());
  const clock = createFakeClock();
  const engine = createFakeEngine();
  const log = createFakeLog();
  const random = createFakeRandom();
  const queued: Notice[] = [];
  const outbox = createFakeOutbox({ notices: () => queued });
  const shown: Shown[] = [];
  const store = createFakeStore({
    now: clock.now,
    markBehind: (id, tenant) => {
      outbox.markBehind(id, tenant);
      bot.publisher.wake();
    },
  });
  const deps: BotDeps = {
    tenants: [aTenant()],
    catalogue,
    recipes: { find: (name) => known.find((one) => one.name === name), list: () => known },
    store,
    audit: {
      read: async (id) =>
        store.peekStory(id).map(({ seq, at, event }) => ({ seq, entry: { at, by: "bot", event } })),
      verify: async () => ({ kind: "intact", head: { seq: 7 } }),
    },
    delegations: createFakeDelegations(),
    engine,
    outbox,
    searchSystems: async () => ({ systems: [], isLoading: false }),
    listDomains: () => [],
    prepare: async (raw, tenant) => prepareFreely(raw, tenant),
    prepareEdit: async ({ raw, tenant }) => prepareFreely(raw, tenant),
    proposeFreeNames: async ({ draft }) => ({ draft, notes: [] }),
    passkeys: {
      inviteToEnrol: async () => ok([]),
      inviteToConfirm: async () => err("not-waiting"),
    },
    readTimestamps: async () => ok({ kind: "cannot-see" }),
    findUses: async () => ({ uses: [] }),
    findExisting: async () => err({ kind: "problems", problems: { userName: "Nobody has it." } }),
    findHeld: async () => {
      throw new Error("No office looks at what a group holds");
    },
    findSettings: async () => err({ kind: "problems", problems: { userName: "Nobody has it." } }),
    inviteToEnter: async () => err("not-waiting-for-that"),
    newRequestId: random.requestId,
    now: clock.now,
    isReady: async () => true,
    log,
    ...changes.deps,
  };
  const port = await findFreePort();
  const bot = createBot(
    {
      signingSecret: new Secret(signingSecret),
      botToken: new Secret("xoxb-office"),
      appToken: new Secret("xapp-office"),
      apiUrl: slack.apiUrl,
      ...(changes.commands !== undefined && { commands: changes.commands }),
      operators: changes.operators,
      newerBlocks: changes.newerBlocks,
      ...(changes.fetch === undefined ? {} : { fetch: changes.fetch }),
      ...(changes.watch === undefined ? {} : { watch: changes.watch }),
      delivery:
        changes.isSocket === true
          ? { kind: "socket", healthPort: port }
          : { kind: "http", port, host: "127.0.0.1" },
    },
    deps,
    {
      lease: outbox.lease,
      ledger: outbox,
      onShown: async (one) => void shown.push(one),
      isDatabaseAway: () => false,
    },
  );
  const url = `http://127.0.0.1:${port}/slack/events`;
  slack.pointAt(changes.isSocket === true ? { kind: "socket" } : { kind: "http", url });
  await bot.start();
  closings.push(() => bot.drain(2000));
  closings.push(() => bot.publisher.stop());
  if (changes.isQuiet !== true) bot.publisher.start();
  return { slack, bot, deps, store, engine, log, clock, outbox, shown, url, notice };

  function notice(one: Notice): void {
    queued.push(one);
    bot.publisher.wake();
  }
}

export const workspace: SlackOptions = {
  signingSecret,
  botToken: "xoxb-office",
  appToken: "xapp-office",
  team: { id: team, name: "Acme", domain: "acme" },
  people: [
    { id: "U0ANN", name: "ann" },
    { id: "U0BEN", name: "ben" },
    { id: "U0BEA", name: "bea" },
    { id: "U0DAN", name: "dan" },
    { id: "U0CY", name: "cy" },
    { id: "U0GUS", name: "gus", isRestricted: true },
    { id: "U0ROB", name: "rob", isBot: true },
    { id: "U0FAY", name: "fay", teamId: "T0OTHER" },
  ],
  channels: [
    { id: "C0ISU", name: "workday", members: ["U0ANN", "U0BEN", "U0BEA", "U0DAN", "U0FAY"] },
    { id: "C0ALL", name: "all", members: ["U0ANN", "U0CY"] },
    { id: "C0EXT", name: "with-partners", members: ["U0ANN", "U0FAY"], isExtShared: true },
    { id: "C0HID", name: "hidden", members: ["U0ANN"], isPrivate: true, hasBot: false },
  ],
  groups: [{ id: "S0SECADM", handle: "security-admins", users: ["U0BEA"] }],
  commands: [{ name: "/workday-isu", shouldEscape: true }],
  delivery: { kind: "socket" },
  // Bolt itself gives up after three seconds; a machine that is busy may be slower than that.
  ackTimeoutMs: 30_000,
};

/** What was typed, by the rules that need no Workday: the tenant takes everything. */
export function prepareFreely(raw: Raw, tenant: Tenant): Result<Draft, TenantCheck> {
  if (raw.kind !== "create") throw new Error(`No office prepares a ${raw.kind}`);
  const draft = parseDraft(raw, tenant);
  return draft.ok ? draft : err({ kind: "problems", problems: draft.error });
}

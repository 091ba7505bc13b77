import { plainSignOn } from "../../../src/flows/model/sign-on.ts";
import type { DraftKind } from "../../../src/flows/request/draft.ts";
import type { Raw, RawDraft } from "../../../src/flows/request/raw-draft.ts";
import { watchActivations } from "../../../src/flows/watch/watch-activations.ts";
import { aRawDraft } from "../data/a-draft.ts";
import { aRawGroup, aRawJoining } from "../data/a-group.ts";
import {
  anEdit,
  aRawActivation,
  aRawChange,
  aRawEnd,
  aRawRollback,
  aSegmentation,
  someSettings,
} from "../data/changes.ts";
import { aRawClient } from "../scenes/client-scene.ts";
import { enterFromPage, registerAsAsked } from "./client-pages.ts";
import type { EmulatedWorld } from "./emulated-world.ts";

/** A request that everybody carries out as it was asked for, up to its end. */
export interface HonestRun {
  readonly kind: DraftKind;
  /** What is peculiar to it. */
  readonly title: string;
  readonly play: (on: EmulatedWorld) => Promise<unknown>;
}

/** What an account can be asked for with, all of it at once. */
const everySetting = {
  signOn: {
    ...plainSignOn,
    exemptFromPasswordExpiry: true,
  },
  group: aRawGroup({
    groupType: "constrained",
    organizations: "Acme Germany",
    groupScope: "current",
  }),
} as const satisfies Partial<RawDraft>;

const byToken = {
  signOn: {
    ...plainSignOn,
    x509: true,
    x509Key: "Signing_Key",
    saml: true,
    samlIssuer: "https://idp.example",
    identityProviderKey: "IdP_Key",
    holderOfKeyKey: "Holder_Key",
  },
} as const satisfies Partial<RawDraft>;

const processes = { businessProcesses: "Change Email | Initiate (Web Service)" };

/** Every kind of request, some of them with what only some of their requests ask for. */
export const honestRuns: readonly HonestRun[] = [
  { kind: "create", title: "with a password", play: (on) => first(on) },
  {
    kind: "create",
    title: "exempt, in a constrained group",
    play: (on) => first(on, everySetting),
  },
  { kind: "create", title: "with x509 and SAML", play: (on) => first(on, byToken) },
  { kind: "create", title: "with business processes", play: (on) => first(on, processes) },
  {
    kind: "create",
    title: "in a group that is there",
    play: (on) => first(on, aRawJoining({ groupName: "HR Everything" })),
  },
  { kind: "rotate", title: "", play: (on) => then(on, aRawChange()) },
  {
    kind: "retire",
    title: "of an account with everything",
    play: async (on) => {
      await first(on, { ...everySetting, ...processes });
      await next(on, aRawChange({ kind: "retire" }));
    },
  },
  {
    kind: "retire",
    title: "with segments",
    play: async (on) => {
      await first(on);
      await next(on, await aSegmentation(formOf(on)));
      await next(on, aRawChange({ kind: "retire" }));
    },
  },
  {
    kind: "activate",
    title: "",
    play: async (on) => {
      const grant = [{ domain: "Integration Build", access: ["Get"] }];
      on.inPage("maintain-permissions", { group: "HR Everything", grant }, "lmcneil");
      await open(on, aRawActivation());
    },
  },
  {
    kind: "activate-group",
    title: "",
    play: async (on) => {
      await first(on, { group: aRawGroup({ groupInactive: true }) });
      await next(on, aRawChange({ kind: "activate-group" }));
    },
  },
  {
    kind: "rollback",
    title: "",
    play: async (on) => {
      const { world, emulator } = on;
      await watchActivations(world.deps);
      await first(on);
      const moments = emulator
        .tenant(world.tenant.name)
        .timestamps()
        .map(({ at }) => String(at));
      const [timestamp = "", newest = ""] = moments;
      await next(on, aRawRollback({ timestamp, newest }));
    },
  },
  {
    kind: "permissions",
    title: "with business processes",
    play: async (on) => {
      await first(on, processes);
      const edit = await anEdit(formOf(on), {
        remove: "Reports: Learning Record",
        addPut: "Integration Build",
        processes: "Change Name | Initiate (Web Service)",
      });
      await next(on, edit);
    },
  },
  {
    kind: "permissions",
    title: "",
    play: async (on) => {
      await first(on);
      const edit = { remove: "Reports: Learning Record", addPut: "Integration Build" };
      await next(on, await anEdit(formOf(on), edit));
    },
  },
  {
    kind: "settings",
    title: "",
    play: async (on) => {
      await first(on);
      await next(on, await someSettings(formOf(on), { sessionTimeoutMinutes: "45" }));
    },
  },
  { kind: "api-client", title: "", play: (on) => withClient(on) },
  {
    kind: "replace-token",
    title: "",
    play: async (on) => {
      await withClient(on);
      await next(on, aRawChange({ kind: "replace-token" }));
      await enterFromPage(on.world, registerAsAsked(on, { isNew: false }));
      await on.world.live();
    },
  },
  {
    kind: "disable-client",
    title: "",
    play: async (on) => {
      await withClient(on);
      await next(on, aRawChange({ kind: "disable-client" }));
    },
  },
  { kind: "segment", title: "", play: async (on) => segmented(on) },
  {
    kind: "end-segments",
    title: "",
    play: async (on) => {
      await segmented(on);
      await next(on, aRawEnd());
    },
  },
];

/** What a form is filled from. */
function formOf({ world }: EmulatedWorld): Parameters<typeof anEdit>[0] {
  const { tenant, deps } = world;
  return { ...deps, ...deps.contextOf(tenant.name), tenant };
}

async function open({ world }: EmulatedWorld, raw: Raw): Promise<void> {
  await world.open(raw);
  await world.live();
}

async function next({ world }: EmulatedWorld, raw: Raw): Promise<void> {
  await world.openNext(raw);
  await world.live();
}

function first(on: EmulatedWorld, changes: Partial<RawDraft> = {}): Promise<void> {
  return open(on, aRawDraft(changes));
}

async function then(on: EmulatedWorld, raw: Raw): Promise<void> {
  await first(on);
  await next(on, raw);
}

async function segmented(on: EmulatedWorld): Promise<void> {
  await first(on);
  await next(on, await aSegmentation(formOf(on), { content: "Code of conduct 2026" }));
}

async function withClient(on: EmulatedWorld): Promise<void> {
  await then(on, aRawClient());
  await enterFromPage(on.world, registerAsAsked(on, { isNew: true }));
  await on.world.live();
}

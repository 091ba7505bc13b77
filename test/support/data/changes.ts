import { findHeld } from "../../../src/flows/intake/prepare-permissions.ts";
import { findSettings, toRawSettings } from "../../../src/flows/intake/prepare-settings.ts";
import { writeProcess } from "../../../src/flows/model/business-process.ts";
import {
  type RawEndSegments,
  type RawSegment,
  toRawSegments,
} from "../../../src/flows/model/raw-segments.ts";
import type { RawSettings } from "../../../src/flows/model/raw-settings.ts";
import type { DraftSources } from "../../../src/flows/ports/draft-sources.ts";
import type {
  RawActivation,
  RawChange,
  RawPermissions,
  RawRollback,
} from "../../../src/flows/request/raw-draft.ts";
import { createWorld, type World, type WorldOptions } from "../fakes/world.ts";
import { acme } from "./a-tenant.ts";
import { bea, ben } from "./people.ts";

/** What a person types to have an account of the inventory changed. */
export function aRawChange(changes: Partial<RawChange> = {}): RawChange {
  return {
    kind: "rotate",
    tenant: acme,
    userName: "ISU_Viva",
    tell: [],
    reason: "Once a year",
    ticket: "",
    ...changes,
  };
}

export function aRawActivation(changes: Partial<RawActivation> = {}): RawActivation {
  return { kind: "activate", tenant: acme, reason: "Time to", ticket: "", ...changes };
}

/** Back to an activation, with the newest one as it is: both by their moment. */
export function aRawRollback(changes: Partial<RawRollback> = {}): RawRollback {
  return {
    kind: "rollback",
    tenant: acme,
    timestamp: "",
    newest: "",
    reason: "It went wrong",
    ticket: "",
    ...changes,
  };
}

/** A world whose first request is carried out: `ISU_Viva` is in the inventory. */
export async function withAccount(options: WorldOptions = {}): Promise<World> {
  const world = createWorld(options);
  await world.open();
  await world.live(async (digest) => {
    await world.click(ben, { kind: "approve", digest });
    if (world.request().phase.kind === "waiting-for-approval") {
      await world.click(bea, { kind: "approve", digest });
    }
  });
  return world;
}

/** Where a form is filled from what the tenant holds. */
type Prepared = DraftSources & Pick<World, "tenant">;

/** The form of an account's permissions as it opens, with something added or taken out. */
export async function anEdit(
  world: Prepared,
  {
    userName = "ISU_Viva",
    remove,
    addPut,
    removePut,
    processes,
  }: {
    readonly userName?: string;
    readonly groupName?: string;
    readonly remove?: string;
    readonly addPut?: string;
    readonly removePut?: string;
    /** All that it may initiate afterwards, one a line; absent: what it may by now. */
    readonly processes?: string;
  },
): Promise<RawPermissions> {
  const held = await findHeld(world, world.tenant, { userName, groupName: "" });
  if (!held.ok) throw new Error(`There is no account to edit: ${JSON.stringify(held.error)}`);
  const { account, before, seenIn } = held.value;
  const { Get, Put, View, Modify } = before;
  const { businessProcesses: processesBefore = [] } = account;
  return {
    kind: "permissions",
    tenant: acme,
    userName,
    groupName: account.groupName,
    before,
    seenIn,
    processesBefore,
    businessProcesses: processes ?? processesBefore.map(writeProcess).join("\n"),
    domains: {
      Get: Get.filter((domain) => domain !== remove).join("\n"),
      Put: [...Put.filter((domain) => domain !== removePut), addPut ?? ""].join("\n"),
      View: View.join("\n"),
      Modify: Modify.join("\n"),
    },
    reason: "Something else is needed",
    ticket: "",
  };
}

/** The form of access by segments as it opens for `ISU_Viva`, filled in. */
export async function aSegmentation(
  world: Prepared,
  changes: Partial<RawSegment> = {},
): Promise<RawSegment> {
  const held = await findHeld(world, world.tenant, { userName: "ISU_Viva", groupName: "" });
  if (!held.ok) throw new Error(`There is no account: ${JSON.stringify(held.error)}`);
  const raw = toRawSegments(acme, held.value);
  if (raw.kind !== "segment") throw new Error("The account has segments already");
  return { ...raw, segmentNames: "Compliance\nOnboarding", reason: "Less to see", ...changes };
}

export function aRawEnd(changes: Partial<RawEndSegments> = {}): RawEndSegments {
  return {
    kind: "end-segments",
    tenant: acme,
    userName: "ISU_Viva",
    isRestored: true,
    reason: "Everything again",
    ticket: "",
    ...changes,
  };
}

/** The form of an account's settings as it opens for `ISU_Viva`, filled in. */
export async function someSettings(
  world: Prepared,
  changes: Partial<RawSettings> = {},
): Promise<RawSettings> {
  const named = { userName: "ISU_Viva", groupName: "" };
  const found = await findSettings(world, world.tenant, named);
  if (!found.ok) throw new Error(`There is no account: ${JSON.stringify(found.error)}`);
  return {
    ...toRawSettings(world.tenant, found.value),
    reason: "The vendor asks for it",
    ...changes,
  };
}

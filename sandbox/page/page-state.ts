import type { BotLook } from "../bot-control.ts";
import type { StoredSecret } from "../key-vault/secret-store.ts";
import { scene } from "../scene.ts";
import type { Snapshot } from "../slack/snapshot.ts";
import type { TenantSnapshot } from "../workday/tenant-snapshot.ts";
import { type Stage, shownTenants } from "./stage.ts";
import type { Switchboard } from "./switches/switchboard.ts";
import { type Hint, nextHint } from "./tour/next-hint.ts";
import { createFactReader } from "./tour/read-facts.ts";
import { ideas, planTour, type TourStep } from "./tour/tour.ts";
import type { WireReader } from "./wire/read-wire.ts";
import type { WireLine } from "./wire/wire-line.ts";

/** Somebody whom the visitor may act as. */
interface CastMember {
  readonly id: string;
  readonly name: string;
  readonly role: string;
}

interface ShownTenant extends TenantSnapshot {
  readonly label: string;
}

/** Everything that the page shows to one person. */
export interface PageState {
  readonly cast: readonly CastMember[];
  readonly slack: Snapshot;
  /** Handles of user groups by id. */
  readonly groups: Readonly<Record<string, string>>;
  readonly mainChannel: string;
  readonly tenants: readonly ShownTenant[];
  /** What was in the tenants before anybody did anything, by Workday id. */
  readonly known: readonly string[];
  readonly vault: readonly StoredSecret[];
  readonly bot: BotLook;
  readonly tour: readonly TourStep[];
  readonly ideas: typeof ideas;
  /** What waits for somebody right now. */
  readonly hint?: Hint;
  readonly switches: ReturnType<Switchboard["look"]>;
  readonly clock: { readonly aheadMs: number };
  readonly wire: readonly WireLine[];
}

const { requester, approver, secondApprover, doer, outsider } = scene.people;

export const cast: readonly CastMember[] = [
  { id: requester.id, name: "Ann", role: "requester" },
  { id: approver.id, name: "Bob", role: "approver" },
  { id: secondApprover.id, name: "Eve", role: "approver" },
  { id: doer.id, name: "Dora", role: "doer" },
  { id: outsider.id, name: "Cy", role: "outsider" },
];

function readTenants({ workday }: Stage): readonly ShownTenant[] {
  return shownTenants.map(({ name, label }) => ({ label, ...workday.tenant(name).snapshot() }));
}

/** Remembers what is there at first, so that the page can mark what is new. */
export function createStateReader(stage: Stage, wire: WireReader): (person: string) => PageState {
  const known = readTenants(stage).flatMap((tenant) => [
    ...tenant.accounts,
    ...tenant.groups,
    ...tenant.integrationSystems,
  ]);
  const wids = known.map(({ wid }) => wid);
  const readFacts = createFactReader(stage);
  return (person) => {
    const hint = nextHint(stage, cast);
    return {
      cast,
      slack: stage.slack.snapshot(person),
      groups: { [scene.groups.security]: "security" },
      mainChannel: scene.channel,
      tenants: readTenants(stage),
      known: wids,
      vault: stage.vault.secrets(),
      bot: stage.bot.look(),
      tour: planTour(readFacts()),
      ideas,
      ...(hint !== undefined && { hint }),
      switches: stage.board.look(),
      clock: { aheadMs: stage.clock.aheadMs() },
      wire: wire.lines(),
    };
  };
}

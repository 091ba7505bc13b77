import type { BotLook } from "../bot-control.ts";
import type { StoredSecret } from "../key-vault/secret-store.ts";
import { scene } from "../scene.ts";
import type { Snapshot } from "../slack/snapshot.ts";
import type { TenantSnapshot } from "../workday/tenant-snapshot.ts";
import { type Hint, nextHint } from "./next-hint.ts";
import { type Stage, tenantName } from "./stage.ts";

/** Somebody whom the visitor may act as. */
interface CastMember {
  readonly id: string;
  readonly name: string;
  readonly role: string;
}

/** Everything that the page shows to one person. */
export interface PageState {
  readonly cast: readonly CastMember[];
  readonly slack: Snapshot;
  /** Handles of user groups by id. */
  readonly groups: Readonly<Record<string, string>>;
  readonly commands: readonly string[];
  readonly mainChannel: string;
  readonly tenant: TenantSnapshot;
  /** What was in the tenant before anybody did anything, by Workday id. */
  readonly known: readonly string[];
  readonly vault: readonly StoredSecret[];
  readonly bot: BotLook;
  readonly hint: Hint;
}

const { requester, approver, secondApprover, doer, outsider } = scene.people;

export const cast: readonly CastMember[] = [
  { id: requester.id, name: "Ann", role: "requester" },
  { id: approver.id, name: "Bob", role: "approver" },
  { id: secondApprover.id, name: "Eve", role: "approver" },
  { id: doer.id, name: "Dora", role: "doer" },
  { id: outsider.id, name: "Cy", role: "outsider" },
];

const commands = [
  "/workday-isu create viva-learning",
  "/workday-isu create kolleno",
  "/workday-isu create",
  "/workday-isu status",
  "/workday-isu help",
];

/** Remembers what is there at first, so that the page can mark what is new. */
export function createStateReader(stage: Stage): (person: string) => PageState {
  const first = stage.workday.tenant(tenantName).snapshot();
  const known = [...first.accounts, ...first.groups, ...first.integrationSystems];
  const wids = known.map(({ wid }) => wid);
  return (person) => ({
    cast,
    slack: stage.slack.snapshot(person),
    groups: { [scene.groups.security]: "security" },
    commands,
    mainChannel: scene.channel,
    tenant: stage.workday.tenant(tenantName).snapshot(),
    known: wids,
    vault: stage.vault.secrets(),
    bot: stage.bot.look(),
    hint: nextHint(stage, cast),
  });
}

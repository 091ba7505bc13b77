import type { App } from "@slack/bolt";
import { checkWhy } from "../../flows/intake/parse-draft.ts";
import type { Named } from "../../flows/inventory/existing-account.ts";
import { toInventory } from "../../flows/inventory/inventory.ts";
import { type PersonId, parsePersonId, slackIdsOf } from "../../flows/model/ids.ts";
import type { RawActivation, RawChange, RawRollback } from "../../flows/request/draft.ts";
import { accountOf } from "../../flows/request/draft.ts";
import type { Tenant } from "../../flows/tenant/tenant.ts";
import type { Modal } from "../blocks/block.ts";
import { describeUnknownAccount } from "../blocks/messages.ts";
import { nearest } from "../blocks/nearest.ts";
import { notice } from "../blocks/notice.ts";
import { changeBlocks, changeForm, clientChanges } from "../forms/change-form.ts";
import { modals } from "../payloads/action-ids.ts";
import { type ChangeMetadata, parseChangeMetadata } from "../payloads/metadata.ts";
import { type Invocation, type Submission, textIn } from "../payloads/parse-payload.ts";
import { registerSentForm } from "../plan-review/form-submission.ts";
import type { BotParts } from "../slack/deps.ts";
import { openAndFill } from "../slack/show-view.ts";
import { type FoundIn, findAccounts, readSought, type Sought } from "./find-accounts.ts";
import { findOffersFrom } from "./requestable.ts";

/** A command for one account: `[ISU] [tenant or security group]`. */
interface AboutAccount {
  readonly name: string;
  readonly about: string;
  /** What to ask for the account that was found; in one tenant at least. */
  readonly toView: (found: Sought) => Modal | Promise<Modal>;
}

/** Opens what a command asks for an account of the inventory, or for one that somebody else made. */
export async function openForAccount(
  parts: BotParts,
  call: Invocation,
  asked: AboutAccount,
): Promise<void> {
  const typed = `${asked.name} ${asked.about}`;
  await openAndFill(parts, { call, typed }, () => firstView(parts, call, asked));
}

async function firstView(
  parts: BotParts,
  call: Invocation,
  { name: command, about, toView }: AboutAccount,
): Promise<Modal> {
  const allowed = await findOffersFrom(parts, call);
  if (!allowed.ok) return notice(allowed.error);
  const asked = allowed.value.map(({ tenant }) => tenant);
  if (about === "") return notice(describeUnknownAccount({ command, typed: "", near: [] }));
  const found = await findAccounts(parts, readSought(about, asked));
  return found.tenants.length === 0
    ? notice(await describeNone(parts, asked, { command, found }))
    : toView(found);
}

/** The form that asks for a change to an account. */
export function changeView(
  { deps }: BotParts,
  kind: RawChange["kind"],
  { named, tenants }: Sought,
): Modal {
  const [first] = tenants;
  return changeForm({
    id: deps.newRequestId(),
    tenants,
    raw: toRaw({ kind, ...named, tenant: first?.name ?? "" }, {}),
  });
}

async function describeNone(
  { deps }: BotParts,
  tenants: readonly Tenant[],
  { command, found }: { readonly command: string; readonly found: FoundIn },
): Promise<string> {
  const { userName: typed } = found.named;
  const allowed = new Set(tenants.map(({ name }) => name));
  const names = toInventory(await deps.store.listDone())
    .filter(({ draft }) => allowed.has(draft.tenant))
    .flatMap(({ draft }) => accountOf(draft)?.userName ?? []);
  const unknown = describeUnknownAccount({ command, typed, near: nearest(typed, names) });
  return [unknown, ...found.whyNot].join("\n");
}

/** The form. */
export function registerChange(app: App, parts: BotParts): void {
  registerSentForm(app, parts, {
    modal: modals.change,
    parse: parseChangeMetadata,
    read: ({ submission, carried }) => {
      const raw = readChange(submission, carried);
      return { raw, check: () => checkWhy(raw) };
    },
  });
}

function readChange(
  { inputs, by }: Submission,
  carried: ChangeMetadata,
): RawChange | RawActivation | RawRollback {
  const { userName, groupName = "", tenants } = carried;
  const kind = readKind(inputs, carried);
  const chosen = inputs.get(changeBlocks.tenant)?.selected_option?.value;
  const tenant = tenants.find((name) => name === chosen) ?? tenants[0] ?? "";
  const why = { reason: textIn(inputs, "reason"), ticket: textIn(inputs, "ticket") };
  if (kind === "rollback") return { kind, tenant, ...why, ...readTimestamp(inputs, carried) };
  const tell = toPeople(by, inputs.get(changeBlocks.tell)?.selected_users ?? []);
  return toRaw({ kind, userName, groupName, tenant }, { ...why, tell });
}

/** Of an account's client: what was chosen to become of it. */
function readKind(inputs: Submission["inputs"], { kind }: ChangeMetadata): ChangeMetadata["kind"] {
  const what = inputs.get(changeBlocks.what)?.selected_option?.value;
  return clientChanges.find((one) => one === what) ?? kind;
}

/** The one that is chosen now, or that was chosen before. */
function readTimestamp(
  inputs: Submission["inputs"],
  { newest = "", timestamp = "" }: ChangeMetadata,
): Pick<RawRollback, "newest" | "timestamp"> {
  const chosen = inputs.get(changeBlocks.timestamp)?.selected_option?.value;
  return { newest, timestamp: chosen ?? timestamp };
}

/** Slack sends ids without a team: those of the workspace that the form is in. */
function toPeople(by: PersonId, users: readonly string[]): readonly PersonId[] {
  const { team } = slackIdsOf(by);
  return users.flatMap((user) => {
    const person = parsePersonId(team, user);
    return person.ok ? [person.value] : [];
  });
}

function toRaw(
  {
    kind,
    tenant,
    userName,
    groupName,
  }: { kind: Exclude<ChangeMetadata["kind"], "rollback">; tenant: string } & Named,
  { reason = "", ticket = "", tell = [] }: Partial<Pick<RawChange, "reason" | "ticket" | "tell">>,
): RawChange | RawActivation {
  if (kind === "activate") return { kind, tenant, reason, ticket };
  const where = groupName === "" ? {} : { groupName };
  return { kind, tenant, userName, ...where, tell, reason, ticket };
}

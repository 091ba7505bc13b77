import type { App } from "@slack/bolt";
import { checkWhy } from "../../flows/intake/parse-draft.ts";
import { toInventory } from "../../flows/inventory/inventory.ts";
import { accountOf } from "../../flows/request/draft.ts";
import type { RawChange } from "../../flows/request/raw-draft.ts";
import type { Tenant } from "../../flows/tenant/tenant.ts";
import { nearest } from "../../flows/text/nearest.ts";
import type { Modal } from "../blocks/block.ts";
import { firstOf } from "../blocks/named-tenants.ts";
import { notice } from "../blocks/notice.ts";
import { describeUnknownAccount } from "../blocks/unknown-account.ts";
import { clientChangeIn } from "../forms/change-fields.ts";
import { nothingSaid } from "../forms/why-fields.ts";
import { changeForm, readChange } from "../kinds/kinds.ts";
import { modals } from "../payloads/action-ids.ts";
import { parseChangeMetadata } from "../payloads/metadata.ts";
import type { Invocation } from "../payloads/parse-payload.ts";
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
  { deps }: Pick<BotParts, "deps">,
  kind: RawChange["kind"],
  { named, tenants }: Sought,
): Modal {
  const { userName, groupName } = named;
  const where = groupName === "" ? {} : { groupName };
  const tenant = firstOf(tenants);
  return changeForm({
    id: deps.newRequestId(),
    tenants,
    raw: { kind, tenant, userName, ...where, tell: [], ...nothingSaid },
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

/** The form of every change. */
export function registerChange(app: App, parts: BotParts): void {
  registerSentForm(app, parts, {
    modal: modals.change,
    parse: parseChangeMetadata,
    read: ({ submission: { inputs, by }, carried }) => {
      const { catalogue } = parts.deps;
      const kind = clientChangeIn(inputs) ?? carried.kind;
      const raw = readChange(kind, { inputs, by, carried, catalogue });
      return { raw, check: () => checkWhy(raw) };
    },
  });
}

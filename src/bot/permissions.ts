import type { App } from "@slack/bolt";
import { writeProcess } from "../flows/business-process.ts";
import type { RawPermissions } from "../flows/draft.ts";
import type { RequestId } from "../flows/ids.ts";
import { writeDomains } from "../flows/permissions.ts";
import { type Held, parseEdit } from "../flows/prepare-permissions.ts";
import type { Tenant } from "../flows/tenant.ts";
import { modals } from "./action-ids.ts";
import { parseOfForm } from "./button-value.ts";
import { checkAndShow } from "./check-draft.ts";
import { type BotParts, findTenant } from "./deps.ts";
import { findHeldFor, type HeldSomewhere } from "./find-held.ts";
import { type CommandCall, readSubmission, type Submission } from "./payload.ts";
import { readForm } from "./read-form.ts";
import { openAndFill } from "./show-view.ts";
import type { Modal } from "./views/block.ts";
import { checking } from "./views/checking.ts";
import { notice } from "./views/notice.ts";
import { permissionsForm } from "./views/permissions-form.ts";
import { sentences } from "./views/words.ts";

/** Asks for other permissions of an account that exists: `<ISU> [tenant or security group]`. */
export async function editPermissions(
  parts: BotParts,
  call: CommandCall,
  about: string,
): Promise<void> {
  const typed = `permissions ${about}`;
  await openAndFill(parts, { call, typed }, () => firstView(parts, call, about));
}

async function firstView(parts: BotParts, call: CommandCall, about: string): Promise<Modal> {
  const found = await findHeldFor(parts, call, { kind: "permissions", about });
  return found.ok ? begin(parts, call, found.value) : notice(found.error);
}

/** What the form is filled with is kept: the difference is to it, whatever the group holds later. */
async function begin(
  { deps }: BotParts,
  { by }: CommandCall,
  { tenant, held }: HeldSomewhere,
): Promise<Modal> {
  const id: RequestId = deps.newRequestId();
  const raw = toRaw(tenant, held);
  await deps.store.keepDraft(id, { by, raw });
  return permissionsForm({ id, tenant, raw });
}

function toRaw(tenant: Tenant, { account, before, seenIn }: Held): RawPermissions {
  const { businessProcesses = [], isAdopted } = account;
  return {
    kind: "permissions",
    tenant: tenant.name,
    userName: account.userName,
    groupName: account.groupName,
    before,
    seenIn,
    processesBefore: businessProcesses,
    ...(isAdopted && { isAdopted }),
    domains: writeDomains(before),
    businessProcesses: businessProcesses.map(writeProcess).join("\n"),
    reason: "",
    ticket: "",
  };
}

/** The form: what was chosen is checked and written down, then the tenant is looked at again. */
export function registerPermissions(app: App, parts: BotParts): void {
  app.view(modals.permissions, async ({ ack, body }) => {
    const submission = readSubmission(body);
    const taken = await take(parts, submission);
    if (taken.kind === "errors") {
      await ack({ response_action: "errors", errors: taken.errors });
      return;
    }
    if (taken.kind === "stop") {
      await ack({ response_action: "update", view: notice(taken.words) });
      return;
    }
    await ack({ response_action: "update", view: checking(taken.tenant, taken.id) });
    await checkAndShow(parts, submission.viewId, taken);
  });
}

type Taken =
  | { readonly kind: "errors"; readonly errors: Record<string, string> }
  | { readonly kind: "stop"; readonly words: string }
  | ({ readonly kind: "kept" } & Parameters<typeof checkAndShow>[2]);

async function take({ deps }: BotParts, submission: Submission): Promise<Taken> {
  const carried = parseOfForm(submission.metadata);
  const { id } = carried;
  const tenant = findTenant(deps, carried.tenant);
  if (tenant === undefined) return { kind: "stop", words: sentences.noTenant };
  const kept = await deps.store.findDraft(id);
  if (kept?.raw.kind !== "permissions") return { kind: "stop", words: sentences.noDraft };
  if (kept.by !== submission.by) return { kind: "stop", words: sentences.notYours };
  const { raw: read, problems } = readForm(submission.inputs, carried, deps.catalogue);
  const { domains, otherDomains = "", businessProcesses = "", reason, ticket } = read;
  const typed = { domains, otherDomains, businessProcesses, reason, ticket };
  const raw: RawPermissions = { ...kept.raw, ...typed };
  const edit = parseEdit(raw, tenant);
  const errors = { ...(edit.ok ? {} : edit.error), ...problems };
  if (Object.keys(errors).length > 0) return { kind: "errors", errors };
  await deps.store.keepDraft(id, { by: submission.by, raw });
  return { kind: "kept", id, tenant, raw };
}

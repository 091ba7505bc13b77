import type { App } from "@slack/bolt";
import type { Held } from "../../flows/intake/prepare-permissions.ts";
import { writeProcess } from "../../flows/model/business-process.ts";
import type { RequestId } from "../../flows/model/ids.ts";
import { writeDomains } from "../../flows/model/permissions.ts";
import type { RawPermissions } from "../../flows/request/raw-draft.ts";
import type { Tenant } from "../../flows/tenant/tenant.ts";
import type { Modal } from "../blocks/block.ts";
import { notice } from "../blocks/notice.ts";
import { permissionsForm } from "../forms/permissions-form.ts";
import { nothingSaid } from "../forms/why-fields.ts";
import { readKept } from "../kinds/kinds.ts";
import { modals } from "../payloads/action-ids.ts";
import { parseFormMetadata } from "../payloads/metadata.ts";
import type { Invocation } from "../payloads/parse-payload.ts";
import { registerSentForm } from "../plan-review/form-submission.ts";
import { toEntered } from "../plan-review/typed-before.ts";
import type { BotParts } from "../slack/deps.ts";
import { openAndFill } from "../slack/show-view.ts";
import type { SlashCommand } from "./command.ts";
import { type AccountPermissions, findAccountPermissions } from "./find-account-permissions.ts";

export const permissions: SlashCommand = {
  name: "permissions",
  usage: "[ISU]",
  example: "ISU_Viva",
  summary: "other access",
  more: "Asks for other permissions or business processes of an account that exists: the plan shows the difference.",
  run: editPermissions,
  register: registerPermissions,
};

/** Asks for other permissions of an account that exists: `<ISU> [tenant or security group]`. */
async function editPermissions(parts: BotParts, call: Invocation, about: string): Promise<void> {
  const typed = `permissions ${about}`;
  await openAndFill(parts, { call, typed }, () => firstView(parts, call, about));
}

async function firstView(parts: BotParts, call: Invocation, about: string): Promise<Modal> {
  const found = await findAccountPermissions(parts, call, { command: "permissions", about });
  return found.ok ? begin(parts, call, found.value) : notice(found.error);
}

/** What the form is filled with is kept: the difference is to it, whatever the group holds later. */
async function begin(
  { deps }: BotParts,
  { by }: Invocation,
  { tenant, held }: AccountPermissions,
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
    ...nothingSaid,
  };
}

/** The form goes on from what it was filled with. */
function registerPermissions(app: App, parts: BotParts): void {
  registerSentForm(app, parts, {
    modal: modals.permissions,
    parse: parseFormMetadata,
    read: ({ submission: { inputs }, carried, kept }) =>
      readKept(modals.permissions, kept, toEntered(parts, inputs, carried)),
  });
}

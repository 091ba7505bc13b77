import { kindOf } from "../../flows/kinds/kinds.ts";
import type { RequestId } from "../../flows/model/ids.ts";
import type { FieldProblems, RawPermissions } from "../../flows/request/raw-draft.ts";
import type { Tenant } from "../../flows/tenant/tenant.ts";
import { type Block, type Modal, plain, plainSection, section } from "../blocks/block.ts";
import { problemOf } from "../blocks/form-fields.ts";
import { code, escape } from "../blocks/mrkdwn.ts";
import { productionBanner } from "../blocks/production.ts";
import { modals } from "../payloads/action-ids.ts";
import { serializeMetadata } from "../payloads/metadata.ts";
import { permittedDomains } from "./domain-fields.ts";
import { listFields } from "./field.ts";
import { processes } from "./process-field.ts";
import { why } from "./why-fields.ts";

export interface PermissionsContent {
  readonly id: RequestId;
  readonly tenant: Tenant;
  readonly raw: RawPermissions;
  readonly problems?: FieldProblems;
  /** What failed, in plain words. Everything typed stays. */
  readonly banner?: string;
}

/** The fields, in the order of the window. */
export const permissionFields = listFields(permittedDomains).and(processes).and(why);

/** The domains as the group holds them, to add to and to take from. */
export function permissionsForm(content: PermissionsContent): Modal {
  const { id, tenant, raw, problems = {} } = content;
  return {
    type: "modal",
    callback_id: modals.permissions,
    private_metadata: serializeMetadata({ id, tenant: tenant.name, recipe: "" }),
    title: plain(kindOf(raw).title, 24),
    submit: plain("Check", 24),
    close: plain("Cancel", 24),
    blocks: [
      ...introduce(content),
      ...permissionFields.show({ raw, hintOfProcesses: hintOf(raw) }, problems),
    ],
  };
}

/** No report tells what is active, so the form begins with what the bot knows. */
function hintOf({ isAdopted }: RawPermissions): string {
  const known = isAdopted
    ? "The bot did not make this account and does not know what it may initiate: only what was asked for with the bot stands here. Ask for nothing that it holds already: it is taken away again when the request does not end well."
    : "As they were asked for last: no report tells which ones are active.";
  return `${known} Add what is missing and take out what is not needed any more, here or below.`;
}

function introduce({ tenant, raw, problems = {}, banner }: PermissionsContent): Block[] {
  const where =
    raw.seenIn === "report"
      ? "as the tenant's report shows it now"
      : "as it was asked for last, since the tenant has no report of it: look at the group in Workday first";
  return [
    ...(banner === undefined ? [] : [plainSection(`${banner} What you typed is still here.`)]),
    section(
      `*Tenant:* ${escape(tenant.label)}\n*Account:* ${code(raw.userName)}, *security group:* ${code(raw.groupName)}\nBelow stands what the group may do, ${where}. Add what is missing and take out what is not needed any more: the plan shows the difference.`,
    ),
    ...productionBanner(tenant),
    ...problemOf("userName", problems),
  ];
}

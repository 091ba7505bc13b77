import type { RawPermissions } from "../../flows/request/raw-draft.ts";
import { type Block, type Modal, section } from "../blocks/block.ts";
import { problemOf } from "../blocks/form-fields.ts";
import { code, escape } from "../blocks/mrkdwn.ts";
import { productionBanner } from "../blocks/production.ts";
import { modals } from "../payloads/action-ids.ts";
import { accountForm } from "./account-form.ts";
import { keepDomains, permittedDomains } from "./domain-fields.ts";
import { listFields } from "./field.ts";
import type { FormContent } from "./form-content.ts";
import { formPage, pageButtons } from "./pages.ts";
import { processesPart } from "./parts.ts";
import { keepWhy, why, whyBlock } from "./why-fields.ts";

const parts = [processesPart] as const;

/** The fields of both pages, in the order of the windows. */
export const permissionFields = listFields(
  formPage({
    page: "first",
    fields: listFields(permittedDomains).and(why),
    isIn: (inputs) => inputs.has(whyBlock),
    keep: (before: Parameters<typeof keepDomains>[0] & Parameters<typeof keepWhy>[0]) => ({
      ...keepDomains(before),
      ...keepWhy(before),
    }),
  }),
)
  .and(processesPart)
  .and(pageButtons(parts));

/** The domains as the group holds them, to add to and to take from. */
export function permissionsForm(content: FormContent<RawPermissions>): Modal {
  const { raw, problems = {} } = content;
  return accountForm(content, {
    callback: modals.permissions,
    about: introduce(content),
    parts,
    show: (page) =>
      permissionFields.show({ ...content, page, hintOfProcesses: hintOf(raw) }, problems),
  });
}

/** No report tells what is active, so the form begins with what the bot knows. */
function hintOf({ isAdopted }: RawPermissions): string {
  return isAdopted
    ? "The bot did not make this account: ask for nothing that it holds already. It is taken away if the request does not end well."
    : "As they were asked for last: no report tells which ones are active.";
}

function introduce({ tenant, raw, problems = {} }: FormContent<RawPermissions>): Block[] {
  const where =
    raw.seenIn === "report"
      ? "as the tenant's report shows it now"
      : "as it was asked for last, since the tenant has no report of it: look at the group in Workday first";
  return [
    section(
      `*Tenant:* ${escape(tenant.label)}\n*Account:* ${code(raw.userName)}, *security group:* ${code(raw.groupName)}\nBelow is what the group may do, ${where}. Add or take out.`,
    ),
    ...productionBanner(tenant),
    ...problemOf("userName", problems),
  ];
}

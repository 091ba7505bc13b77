import { parseEdit } from "../../flows/intake/prepare-permissions.ts";
import { writeProcess } from "../../flows/model/business-process.ts";
import { listPermissions, writeDomains } from "../../flows/model/permissions.ts";
import type { PermissionsDraft } from "../../flows/request/draft.ts";
import type { RawPermissions } from "../../flows/request/raw-draft.ts";
import type { Entered, EnteredFields } from "../forms/field.ts";
import { findMisspelt } from "../forms/misspelt-domains.ts";
import { permissionFields, permissionsForm } from "../forms/permissions-form.ts";
import { modals } from "../payloads/action-ids.ts";
import type { KindInSlack } from "./kind.ts";

export const permissions: KindInSlack<RawPermissions, PermissionsDraft> = {
  form: permissionsForm,
  goesOn: { modal: modals.permissions, read },
  toRawAgain,
};

/** The difference is to what the form was filled with, as it was then. */
function toRawAgain({
  tenant,
  userName,
  groupName,
  before,
  seenIn,
  processesBefore = [],
  isAdopted,
  permissions: asked,
  businessProcesses = [],
  reason,
  ticket = "",
}: PermissionsDraft): RawPermissions {
  return {
    kind: "permissions",
    tenant,
    userName,
    groupName,
    before,
    seenIn,
    processesBefore,
    ...(isAdopted && { isAdopted }),
    domains: writeDomains(asked),
    businessProcesses: businessProcesses.map(writeProcess).join("\n"),
    reason,
    ticket,
  };
}

function read(kept: RawPermissions, entered: Entered): EnteredFields {
  const onPage = { ...entered, before: kept };
  const problems = permissionFields.findProblems?.(onPage);
  // A list that is empty now is not the one that was kept.
  const emptied = { otherDomains: "", businessProcesses: "" };
  const raw: RawPermissions = { ...kept, ...emptied, ...permissionFields.read(onPage) };
  const { catalogue, inTenant = [] } = entered;
  const also = [...listPermissions(kept.before).map(({ domain }) => domain), ...inTenant];
  const misspelt = findMisspelt(raw, { catalogue, also });
  return {
    raw,
    check: (tenant) => {
      const edit = parseEdit(raw, tenant);
      return { ...misspelt, ...(edit.ok ? {} : edit.error), ...problems };
    },
  };
}

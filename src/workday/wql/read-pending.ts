import type { Fault } from "../../flows/model/fault.ts";
import type { PendingChange } from "../../flows/model/pending.ts";
import type { Result } from "../../result.ts";
import { readName, type WqlRow } from "./cells.ts";
import type { Fields } from "./match-fields.ts";
import type { Reader } from "./read-all.ts";
import { type Selected, selectRows, toAll } from "./select-rows.ts";

/** The two halves of what is pending. */
export type PendingThing = "pendingDomainPolicies" | "pendingBusinessProcessPolicies";

const accesses: Readonly<Record<string, string>> = {
  get: "Get",
  put: "Put",
  view: "View",
  modify: "Modify",
};

const changes: Readonly<Record<string, string>> = { added: "Added", removed: "Removed" };

/**
 * Reads what is pending, a row for each change. One that lacks something, or has a word that the bot does not know, spoils
 * the answer: it is another thing than the bot took it for.
 *
 * @see Workday WQL, `…SecurityPoliciesWithPendingChanges`; that a tenant's rows are changes is an inference
 */
export async function readPending(
  reader: Reader,
  thing: PendingThing,
  selected: Selected,
): Promise<Result<readonly PendingChange[], Fault>> {
  const rows = await selectRows(reader, selected);
  if (!rows.ok) return rows;
  const toItem = thing === "pendingDomainPolicies" ? toDomainChange : toProcessChange;
  return toAll(rows.value, selected.source, (row) => toItem(row, selected.fields));
}

/** Reads in which policies something is pending, and not what. */
export async function readPolicies(
  reader: Reader,
  thing: PendingThing,
  selected: Selected,
): Promise<Result<readonly string[], Fault>> {
  const column =
    thing === "pendingDomainPolicies"
      ? "Domain_Security_Policy"
      : "Business_Process_Security_Policy";
  const alias = selected.fields[column] ?? "";
  const rows = await selectRows(reader, { ...selected, fields: { [column]: alias } });
  return rows.ok ? toAll(rows.value, selected.source, (row) => readName(row, alias)) : rows;
}

function toDomainChange(row: WqlRow, fields: Fields): PendingChange | undefined {
  const policy = readName(row, fields["Domain_Security_Policy"]);
  const access = accesses[readName(row, fields["Access"])?.toLowerCase() ?? ""];
  const common = toCommon(row, fields);
  if (policy === undefined || access === undefined || common === undefined) return undefined;
  return { kind: "domain", policy, action: "", access, ...common };
}

function toProcessChange(row: WqlRow, fields: Fields): PendingChange | undefined {
  const policy = readName(row, fields["Business_Process_Security_Policy"]);
  const action = readName(row, fields["Action"]);
  const common = toCommon(row, fields);
  if (policy === undefined || action === undefined || common === undefined) return undefined;
  return { kind: "business-process", policy, action, access: "", ...common };
}

function toCommon(
  row: WqlRow,
  fields: Fields,
): Required<Pick<PendingChange, "securityGroup" | "change" | "changedBy">> | undefined {
  const securityGroup = readName(row, fields["Security_Group"]);
  const change = changes[readName(row, fields["Change"])?.toLowerCase() ?? ""];
  const changedBy = readName(row, fields["Changed_By"]);
  if (securityGroup === undefined || change === undefined || changedBy === undefined) {
    return undefined;
  }
  return { securityGroup, change, changedBy };
}

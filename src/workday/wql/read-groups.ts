import { isSameAccount } from "../../flows/model/account-name.ts";
import type { Fault } from "../../flows/model/fault.ts";
import type { SecurityGroup } from "../../flows/ports/workday.ts";
import { ok, type Result } from "../../result.ts";
import { toGroupType } from "../reports/group-type.ts";
import { readCount, readFlag, readName, readNames, type WqlRow } from "./cells.ts";
import type { Witness } from "./decide-eye.ts";
import {
  listShownReach,
  type ReachRow,
  type ShownReach,
  toReach,
  toReachRow,
} from "./group-reach.ts";
import { type Reader, unreadableWql } from "./read-all.ts";
import { type Selected, selectRows, toAll } from "./select-rows.ts";

/** Groups, and whether what is known to be there is among them. */
export interface SeenGroups {
  readonly groups: readonly SecurityGroup[];
  /** Active groups of the bot's own account. */
  readonly ownGroups: readonly string[];
  readonly witness: Witness;
}

interface GroupRow extends ReachRow {
  readonly name: string;
  readonly members: readonly string[];
  readonly inactive: boolean | "left-out";
  readonly kind: string | undefined;
  /** How many members Workday says there are. */
  readonly count: number | undefined;
  readonly domains: readonly string[];
  readonly processes: readonly string[];
}

/** One of these the bot's own group holds, or the bot could do nothing at all. */
const ownDomains = ["Integration Security", "Integration Build"];

/**
 * Reads all security groups with their members and kinds.
 *
 * Whether Workday leaves out an *inactive* that is no, or says so, the bot's own group tells, which is active: what stands
 * there means active, and anything else than that and yes is `unreadable`. So is an answer that shows fewer members of a
 * group for integration systems than Workday counts, and one that has a group twice.
 *
 * @param account the bot's own, by user name
 * @see Workday WQL, source `allSecurityGroups`; that members are named by their user names is an inference
 */
export async function readGroups(
  reader: Reader,
  selected: Selected,
  account: string,
): Promise<Result<SeenGroups, Fault>> {
  const read = await selectRows(reader, selected);
  if (!read.ok) return read;
  const rows = toAll(read.value, selected.source, (row) => toGroupRow(row, selected));
  if (!rows.ok) return rows;
  const own = rows.value.filter((row) => isOwn(row, account));
  const odd = findOdd(rows.value, own);
  if (odd !== undefined) return unreadableWql(odd);
  const shown = listShownReach(rows.value);
  return ok({
    groups: rows.value.map((row) => toGroup(row, shown)),
    ownGroups: own.map(({ name }) => name),
    witness: {
      showsOwnGroup: own.length > 0,
      showsOwnDomains: own.some(({ domains }) => domains.some((one) => ownDomains.includes(one))),
      showsProcesses: rows.value.some(({ processes }) => processes.length > 0),
    },
  });
}

function toGroupRow(row: WqlRow, { fields }: Selected): GroupRow | undefined {
  const name = readName(row, fields["Security_Group"]);
  const members = readNames(row, fields["Member"]);
  const domains = readNames(row, fields["Domains"]);
  const processes = readNames(row, fields["Processes"]);
  const inactive = readFlag(row, fields["Inactive"]);
  if (name === undefined || inactive === undefined) return undefined;
  if (members === undefined || domains === undefined || processes === undefined) return undefined;
  const kind = readName(row, fields["Kind"]);
  const count = readCount(row, fields["Members"]);
  const told = { name, members, inactive, kind, count, domains, processes };
  return { ...told, ...toReachRow(row, fields) };
}

function isOwn({ members, inactive }: GroupRow, account: string): boolean {
  return inactive !== true && members.some((member) => isSameAccount(member, account));
}

function findOdd(rows: readonly GroupRow[], own: readonly GroupRow[]): string | undefined {
  const active = new Set([true, ...own.map(({ inactive }) => inactive)]);
  if (own.length > 0 && rows.some(({ inactive }) => !active.has(inactive))) {
    return "WQL does not say of every security group whether it is inactive.";
  }
  if (new Set(rows.map(({ name }) => name)).size !== rows.length) {
    return "WQL lists a security group twice: its pages do not fit together, or two have one name.";
  }
  const short = rows.find(hidesSystems);
  return short && `WQL does not show every member of the security group ${short.name}.`;
}

/** Of other kinds the members are people, whom the client need not see. */
function hidesSystems(row: GroupRow): boolean {
  return (row.kind ?? "").startsWith("Integration System Security Group") && isShort(row);
}

/** An account for integrations can be put into a user-based group, too. Of most other kinds nobody is a member by name. */
function hidesUsers(row: GroupRow): boolean {
  return /^user-based|^$/i.test(row.kind ?? "") && isShort(row);
}

function isShort({ count, members }: GroupRow): boolean {
  return count !== undefined && count !== members.length;
}

function toGroup(row: GroupRow, shown: ShownReach): SecurityGroup {
  const { name, inactive, members, kind } = row;
  const type = toGroupType(kind ?? "");
  const told = { name, active: inactive !== true, members, ...(type && { type }) };
  const hides = hidesUsers(row) ? ({ hidesMembers: true } as const) : {};
  return { ...told, ...hides, ...toReach(row, shown) };
}

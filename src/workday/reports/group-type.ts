import type { ShownGroupType } from "../../flows/model/group-settings.ts";
import { isSameName } from "../../flows/model/names.ts";

type Columns = Readonly<Record<string, string>>;

/**
 * What type of group a row shows. Its organizations and their scope are read only where the configuration names their
 * columns: a column that is not there shows nothing.
 */
export function readGroupType(
  cell: (column: string) => string,
  columns: Columns,
): ShownGroupType | undefined {
  const type = toGroupType(cell("Group_Type"));
  if (type?.kind !== "constrained") return type;
  const scope = columns["Organization_Scope"] === undefined ? undefined : toScope(cell);
  return {
    kind: "constrained",
    ...(columns["Organizations"] !== undefined && {
      organizations: splitCell(cell("Organizations")).map((label) => [label]),
    }),
    ...(scope && { scope }),
  };
}

/**
 * The type that Workday calls so, such as `Integration System Security Group (Unconstrained)`. Groups of other types are
 * constrained or unconstrained, too, such as role-based ones: they are not what anybody asks for.
 */
export function toGroupType(text: string): ShownGroupType | undefined {
  const name = text.trim();
  if (isOfSystems(name, "Unconstrained")) return { kind: "unconstrained" };
  if (isOfSystems(name, "Constrained")) return { kind: "constrained" };
  return name === "" ? undefined : { kind: "other", name };
}

function isOfSystems(name: string, which: string): boolean {
  return isSameName(name, `Integration System Security Group (${which})`);
}

/** In Workday's words: *Current Organization Only*, or *Current Organization and All Subordinates*. */
function toScope(cell: (column: string) => string): "current" | "subordinates" | undefined {
  const scope = cell("Organization_Scope");
  if (/subordinate/i.test(scope)) return "subordinates";
  return /current/i.test(scope) ? "current" : undefined;
}

/** A report may have a row for each organization. */
export function uniteTypes(
  one: ShownGroupType | undefined,
  other: ShownGroupType | undefined,
): ShownGroupType | undefined {
  if (one?.kind !== "constrained" || other?.kind !== "constrained") return other ?? one;
  if (one.organizations === undefined || other.organizations === undefined) return other;
  const labels = new Set([...one.organizations, ...other.organizations].flat());
  return { ...other, organizations: [...labels].map((label) => [label]) };
}

/** Several in one cell stand between semicolons: neither user names nor organizations hold one. */
export function splitCell(cell: string): readonly string[] {
  return toParts(cell.split(";"));
}

/**
 * Several groups or policies in one cell stand between semicolons with a space behind them: a name may hold a semicolon. How
 * Workday joins them is untried; a name with both is taken for two, neither of which is anybody's.
 */
export function splitNames(cell: string): readonly string[] {
  return toParts(cell.split(/;\s/));
}

function toParts(pieces: readonly string[]): readonly string[] {
  return pieces.map((piece) => piece.trim()).filter((piece) => piece !== "");
}

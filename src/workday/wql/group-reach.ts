import type { SecurityGroup } from "../../flows/ports/workday.ts";
import { readNames, type WqlRow } from "./cells.ts";
import type { Fields } from "./match-fields.ts";

/** What a row tells besides its members; each is absent where the tenant has no field of it. */
export interface ReachRow {
  readonly initiates?: readonly string[];
  readonly administeredBy?: readonly string[];
  readonly includedIn?: readonly string[];
}

/** Where something else than names stands, it is as if there were no field. */
export function toReachRow(row: WqlRow, fields: Fields): ReachRow {
  function read(column: string): readonly string[] | undefined {
    const alias = fields[column];
    return alias === undefined ? undefined : readNames(row, alias);
  }
  const initiates = read("Initiates");
  const administeredBy = read("Administered_By");
  const includedIn = read("Included_In");
  return {
    ...(initiates && { initiates }),
    ...(administeredBy && { administeredBy }),
    ...(includedIn && { includedIn }),
  };
}

/** What the tenant shows of some group: what it shows of none may be hidden, and then nothing left out means none. */
export type ShownReach = Readonly<Record<keyof ReachRow | "processes", boolean>>;

/** What a row tells, and in which business processes its group may act; none where the tenant has no field of it. */
type ActingRow = ReachRow & { readonly processes: readonly string[] };

export function listShownReach(rows: readonly ActingRow[]): ShownReach {
  return {
    processes: rows.some(({ processes }) => processes.length > 0),
    initiates: rows.some(({ initiates = [] }) => initiates.length > 0),
    administeredBy: rows.some(({ administeredBy = [] }) => administeredBy.length > 0),
    includedIn: rows.some(({ includedIn = [] }) => includedIn.length > 0),
  };
}

export function toReach(
  row: ActingRow,
  shown: ShownReach,
): Pick<SecurityGroup, "administeredBy" | "includedIn" | "processes"> {
  const { processes: any, initiates, administeredBy, includedIn } = row;
  return {
    ...(shown.administeredBy && administeredBy && { administeredBy }),
    ...(shown.includedIn && includedIn && { includedIn }),
    ...(shown.processes && shown.initiates && initiates && { processes: { any, initiates } }),
  };
}

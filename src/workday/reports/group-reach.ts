import type { SecurityGroup } from "../../flows/ports/workday.ts";
import { splitNames } from "./group-type.ts";

/** Which groups administer a group, which include it, and in which business processes it may act. */
export type GroupReach = Pick<SecurityGroup, "administeredBy" | "includedIn" | "processes">;

/** Each is read only where the configuration names its column: a report leaves out what is empty. */
export function readReach(
  cell: (column: string) => string,
  columns: Readonly<Record<string, string>>,
): GroupReach {
  function list(column: string): readonly string[] | undefined {
    return columns[column] === undefined ? undefined : splitNames(cell(column));
  }
  const administeredBy = list("Administered_By");
  const includedIn = list("Included_In");
  const any = list("Business_Processes");
  const initiates = list("Initiates");
  return {
    ...(administeredBy && { administeredBy }),
    ...(includedIn && { includedIn }),
    ...(any && initiates && { processes: { any, initiates } }),
  };
}

/** A report may have a row for each of them. */
export function uniteReach(one: GroupReach, other: GroupReach): GroupReach {
  const { administeredBy, includedIn, processes } = other;
  return {
    ...(administeredBy && { administeredBy: uniteLists(one.administeredBy, administeredBy) }),
    ...(includedIn && { includedIn: uniteLists(one.includedIn, includedIn) }),
    ...(processes && {
      processes: {
        any: uniteLists(one.processes?.any, processes.any),
        initiates: uniteLists(one.processes?.initiates, processes.initiates),
      },
    }),
  };
}

export function uniteLists(
  one: readonly string[] | undefined,
  other: readonly string[],
): readonly string[] {
  return [...new Set([...(one ?? []), ...other])];
}

/**
 * What a report shows of no group may be hidden, or its column may have another name than the configuration says: a row
 * leaves out what is empty. So it counts for nothing, unless some group shows it.
 */
export function withoutHidden(groups: readonly SecurityGroup[]): readonly SecurityGroup[] {
  const shown = {
    administeredBy: groups.some(({ administeredBy = [] }) => administeredBy.length > 0),
    includedIn: groups.some(({ includedIn = [] }) => includedIn.length > 0),
    any: groups.some(({ processes }) => (processes?.any ?? []).length > 0),
    initiates: groups.some(({ processes }) => (processes?.initiates ?? []).length > 0),
  };
  return groups.map(({ administeredBy, includedIn, processes, ...group }) => ({
    ...group,
    ...(shown.administeredBy && administeredBy && { administeredBy }),
    ...(shown.includedIn && includedIn && { includedIn }),
    ...(shown.any && shown.initiates && processes && { processes }),
  }));
}

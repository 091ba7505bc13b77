import { type Access, accesses, noPermissions, type Permissions } from "../model/permissions.ts";

/** What a pasted table says, and lines for which no access is named. */
export interface Pasted {
  readonly permissions: Permissions;
  readonly strays: readonly string[];
}

const word = "(?:get|put|view|modify)";
const list = `${word}(?:(?: ?[,/&+] ?| and | )${word})*`;
const alone = new RegExp(`^(${list})(?: only| access)*:?$`, "i");
const ahead = new RegExp(`^(${list})(?: only| access)*:\\s*(\\S.*)$`, "i");
const bullet = /^(?:[•·*–-]|\d{1,3}[.)])\s+/;

/**
 * Reads domains as people paste them: `Get: Worker Data: Workers`, a table's row with its access in a cell of
 * its own, or an access alone on a line, for the lines below it. Of a row's other cells the first is the name.
 */
export function readPasted(text: string): Pasted {
  const strays: string[] = [];
  let permissions = noPermissions;
  let heading: readonly Access[] = [];
  for (const line of text.split(/\r?\n/)) {
    const row = readRow(line);
    if (row === undefined) continue;
    if (row.name === undefined) heading = row.accesses;
    else if (row.accesses.length > 0) permissions = add(permissions, row.name, row.accesses);
    else if (heading.length > 0) permissions = add(permissions, row.name, heading);
    else strays.push(row.name);
  }
  return { permissions, strays };
}

interface Row {
  readonly accesses: readonly Access[];
  /** Absent on a line with an access alone. */
  readonly name?: string;
}

function readRow(line: string): Row | undefined {
  const cells = line
    .split("\t")
    .map((cell) => cell.replace(/\s+/g, " ").trim().replace(bullet, ""))
    .filter((cell) => cell !== "");
  const own = cells.map((cell) => alone.exec(cell)?.[1]).find((found) => found !== undefined);
  const name = cells.find((cell) => !alone.test(cell));
  if (name === undefined) return own === undefined ? undefined : { accesses: toAccesses(own) };
  if (own !== undefined) return { accesses: toAccesses(own), name };
  const [, named = "", rest = name] = ahead.exec(name) ?? [];
  return { accesses: toAccesses(named), name: rest };
}

function toAccesses(words: string): readonly Access[] {
  return accesses.filter((access) => new RegExp(`\\b${access}\\b`, "i").test(words));
}

function add(permissions: Permissions, name: string, to: readonly Access[]): Permissions {
  const added = to.map((access) => [access, [...permissions[access], name]] as const);
  return { ...permissions, ...Object.fromEntries(added) };
}

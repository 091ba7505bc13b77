import { type Access, accesses, noPermissions, type Permissions } from "../model/permissions.ts";

/** The first cell of the row above a table. */
const titleOfNames = /^(?:domains?(?: security polic(?:y|ies))?|securable items?|name)$/i;

/** What a pasted table says, and lines for which no access is named. */
export interface Pasted {
  readonly permissions: Permissions;
  readonly strays: readonly string[];
  /** Names that stood in quotes: they are meant as they are spelled. */
  readonly quoted: readonly string[];
}

const word = "(?:get|put|view|modify)";
const list = `${word}(?:(?: ?[,/&+] ?| and | )${word})*`;
const phrase = `(${list})(?: only| access| permissions?)*`;
const alone = new RegExp(`^[[(]?${phrase}[\\])]?:?$`, "i");
const ahead = new RegExp(`^${phrase}(?::| (?:to|on|for):?)\\s*(\\S.*)$`, "i");
const behind = new RegExp(`^(.*\\S)(?:\\s+[[(]|\\s+[-–—]\\s+|:\\s+)${phrase}[\\])]?$`, "i");
const bullet = /^(?:[•·●▪◦*–-]|\d{1,3}[.)])\s+/;

/**
 * Reads domains as people paste them: `Get: Worker Data: Workers`, `Payroll (Get only)`, a table's row with its access in a
 * cell of its own, or an access alone on a line, for the lines below it. Of a row's other cells the first is the name.
 * Several names on a line are parted by semicolons, or by commas where each begins with a capital.
 */
export function readPasted(text: string): Pasted {
  const strays: string[] = [];
  const quoted: string[] = [];
  let permissions = noPermissions;
  let heading: readonly Access[] = [];
  for (const line of text.split(/\r?\n/)) {
    const row = readRow(line);
    if (row?.names === undefined) {
      heading = row?.accesses ?? heading;
      continue;
    }
    const to = row.accesses.length > 0 ? row.accesses : heading;
    for (const named of row.names) {
      const name = unquote(named);
      if (name !== named) quoted.push(name);
      if (to.length === 0) strays.push(name);
      else permissions = add(permissions, name, to);
    }
  }
  return { permissions, strays, quoted };
}

interface Row {
  readonly accesses: readonly Access[];
  /** Absent on a line with an access alone. */
  readonly names?: readonly string[];
}

function readRow(line: string): Row | undefined {
  const cells = line
    .split(/\t|\s\|\s|^\s*\||\|\s*$/)
    .map((cell) => cell.replace(/\s+/g, " ").trim().replace(bullet, ""))
    .filter((cell) => cell !== "" && !/^[-:|]+$/.test(cell));
  const [first] = cells;
  if (first !== undefined && cells.length > 1 && titleOfNames.test(first)) return undefined;
  const own = cells.map((cell) => alone.exec(cell)?.[1]).find((found) => found !== undefined);
  const name = cells.find((cell) => !alone.test(cell));
  if (name === undefined) return own === undefined ? undefined : { accesses: toAccesses(own) };
  if (own !== undefined) return { accesses: toAccesses(own), names: splitNames(name) };
  const { access, rest } = readPhrase(name);
  return { accesses: toAccesses(access), names: splitNames(rest) };
}

/** The access before a name or behind it. */
function readPhrase(name: string): { readonly access: string; readonly rest: string } {
  const [, before, first] = ahead.exec(name) ?? [];
  if (before !== undefined && first !== undefined) return { access: before, rest: first };
  const [, rest, access] = behind.exec(name) ?? [];
  return rest === undefined || access === undefined ? { access: "", rest: name } : { access, rest };
}

/** A name may hold commas itself, such as "Setup: Contact Info, IDs, and Personal Data": no part of it begins so. */
function splitNames(text: string): readonly string[] {
  const parts = text.split(/;\s*/).flatMap((part) => {
    const pieces = part.split(/,\s+/);
    return pieces.every((piece) => /^["“”']?\p{Lu}/u.test(piece)) ? pieces : [part];
  });
  return parts.map((part) => part.replace(/[,;]+$/, "").trim()).filter((part) => part !== "");
}

function unquote(name: string): string {
  return /^["“”](.+)["“”]$/.exec(name)?.[1]?.trim() ?? name;
}

function toAccesses(words: string): readonly Access[] {
  return accesses.filter((access) => new RegExp(`\\b${access}\\b`, "i").test(words));
}

function add(permissions: Permissions, name: string, to: readonly Access[]): Permissions {
  const added = to.map((access) => [access, [...permissions[access], name]] as const);
  return { ...permissions, ...Object.fromEntries(added) };
}

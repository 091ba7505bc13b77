import { z } from "zod";

/** A thing as WQL names it. */
interface Instance {
  readonly id: string;
  readonly descriptor: string;
}

const Instance = z.object({ id: z.string().min(1), descriptor: z.string() });

/** Whatever else stands in a cell is not guessed at. */
const Cell = z.union([z.string(), z.number(), z.boolean(), Instance, z.array(Instance)]);

/** A row: Workday leaves out a field that is empty, so an absent one is empty or hidden, and nobody can tell which. */
export const WqlRow = z.record(z.string(), Cell.nullable().catch(null));
export type WqlRow = z.infer<typeof WqlRow>;

/** A field of the source; absent where the source has none for what is looked for: each row leaves it out then. */
type Alias = string | undefined;

/** The one name in a cell: of an instance its descriptor. `undefined` for none, for several, and for what is no name. */
export function readName(row: WqlRow, alias: Alias): string | undefined {
  const cell = readCell(row, alias);
  const [only, ...more] = Array.isArray(cell) ? cell : [cell];
  if (only === undefined || only === null || more.length > 0) return undefined;
  if (typeof only === "string") return only === "" ? undefined : only;
  return typeof only === "object" && only.descriptor !== "" ? only.descriptor : undefined;
}

/** All names in a cell; none where it is left out. `undefined` where it holds something else. */
export function readNames(row: WqlRow, alias: Alias): readonly string[] | undefined {
  const cell = readCell(row, alias);
  if (cell === undefined) return [];
  if (Array.isArray(cell)) return cell.map(({ descriptor }) => descriptor);
  return typeof cell === "object" && cell !== null ? [cell.descriptor] : undefined;
}

/** Yes, no, or left out. `undefined` where it holds something else. */
export function readFlag(row: WqlRow, alias: Alias): boolean | "left-out" | undefined {
  const cell = readCell(row, alias);
  if (cell === undefined) return "left-out";
  return typeof cell === "boolean" ? cell : undefined;
}

/** A whole number, also where it is written as a text. */
export function readCount(row: WqlRow, alias: Alias): number | undefined {
  const cell = readCell(row, alias);
  const count = typeof cell === "string" && /^\d+$/.test(cell) ? Number(cell) : cell;
  return typeof count === "number" && Number.isInteger(count) && count >= 0 ? count : undefined;
}

/** `undefined` where it is left out. */
function readCell(row: WqlRow, alias: Alias): WqlRow[string] | undefined {
  return alias !== undefined && Object.hasOwn(row, alias) ? row[alias] : undefined;
}

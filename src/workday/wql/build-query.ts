import { err, ok, type Result } from "../../result.ts";

/** Why a query cannot be asked. */
export type QueryRefusal =
  /** A source, field or parameter has another form than Workday's aliases. */
  | "bad-name"
  /** No quotes fit around it: how WQL escapes one inside of a text is not known. */
  | "bad-text"
  /** It would not fit into an address. */
  | "too-long";

export interface Query {
  readonly fields: readonly string[];
  readonly source: string;
  /** Of sources that Workday calls *required* to be filtered. */
  readonly filter?: string;
  /** By alias; each is passed as a text. */
  readonly parameters?: Readonly<Record<string, string>>;
}

/** Of a query in an address, counted with its escapes: whether Workday counts before or after is not known. */
const longest = 2_048;

const alias = /^[A-Za-z][A-Za-z0-9_]{0,254}$/;

/**
 * Writes a query. Names are aliases, never labels; what a text could end is refused, since nothing in a query is more than
 * what was meant.
 *
 * @see Workday Query Language: `SELECT a, b FROM source(dataSourceFilter=alias, fromMoment="…")`
 */
export function buildQuery(query: Query): Result<string, QueryRefusal> {
  const { fields, source, filter, parameters = {} } = query;
  const filters = filter === undefined ? [] : [filter];
  const names = [source, ...fields, ...filters, ...Object.keys(parameters)];
  if (fields.length === 0 || !names.every((name) => alias.test(name))) return err("bad-name");
  const given = toEqualities(parameters);
  if (given === undefined) return err("bad-text");
  const passed = [...filters.map((one) => `dataSourceFilter=${one}`), ...given];
  const from = passed.length === 0 ? source : `${source}(${passed.join(", ")})`;
  const text = `SELECT ${[...new Set(fields)].join(", ")} FROM ${from}`;
  return encodeURIComponent(text).length > longest ? err("too-long") : ok(text);
}

/** @returns `undefined` where one of the texts cannot be quoted. */
function toEqualities(pairs: Readonly<Record<string, string>>): readonly string[] | undefined {
  const written = Object.entries(pairs).map(([name, text]) => {
    const quoted = quote(text);
    return quoted === undefined ? undefined : `${name}=${quoted}`;
  });
  const whole = written.filter((one) => one !== undefined);
  return whole.length === written.length ? whole : undefined;
}

/** A text between quotes of the kind that it does not hold. */
function quote(text: string): string | undefined {
  if (!text.isWellFormed() || /[\p{C}\\]/u.test(text)) return undefined;
  if (!text.includes('"')) return `"${text}"`;
  return text.includes("'") ? undefined : `'${text}'`;
}

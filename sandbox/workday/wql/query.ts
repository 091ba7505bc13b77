/** A query as it is understood: aliases only. */
export interface ParsedQuery {
  readonly fields: readonly string[];
  readonly source: string;
  readonly parameters: ReadonlyMap<string, string>;
  readonly limit: number | undefined;
}

const name = "[A-Za-z][A-Za-z0-9_]*";
const text = `"[^"]*"|'[^']*'`;
const shape = new RegExp(
  `^SELECT (?<fields>${name}(?:, ?${name})*) FROM (?<source>${name}) ?(?:\\((?<parameters>[^()]*)\\))?` +
    "(?: LIMIT (?<limit>\\d+))?$",
  "i",
);
const pair = new RegExp(`^(${name}) ?= ?(${text}|${name})$`);

/** Reads the part of Workday Query Language that this emulator answers; `undefined` for anything else. */
export function parseQuery(query: string): ParsedQuery | undefined {
  const found = shape.exec(query.trim())?.groups;
  if (found === undefined) return undefined;
  const parameters = parsePairs(found["parameters"]);
  if (parameters === undefined) return undefined;
  const { fields = "", source = "", limit } = found;
  return {
    fields: fields.split(/, ?/),
    source,
    parameters,
    limit: limit === undefined ? undefined : Number(limit),
  };
}

function parsePairs(list: string | undefined): ReadonlyMap<string, string> | undefined {
  const pairs = new Map<string, string>();
  for (const part of list === undefined || list === "" ? [] : list.split(",")) {
    const [, key, value] = pair.exec(part.trim()) ?? [];
    if (key === undefined || value === undefined) return undefined;
    pairs.set(key, /^["']/.test(value) ? value.slice(1, -1) : value);
  }
  return pairs;
}

import type { Wanted, WantedField } from "./wanted.ts";

/** A field as the tenant lists it. */
interface WqlField {
  readonly alias: string;
  readonly type: string;
}

/** A source as the tenant lists it to the bot's client. */
export interface Source {
  readonly alias: string;
  readonly fields: readonly WqlField[];
}

/** Fields of one source by column. */
export type Fields = Readonly<Record<string, string>>;

/** What a source can show of what is wanted. */
export type Match =
  /** `fields` has every column that is needed. */
  | { readonly kind: "fine"; readonly source: string; readonly fields: Fields }
  /** Which rows there are, and not what stands in them. */
  | {
      readonly kind: "coarse";
      readonly source: string;
      readonly fields: Fields;
      readonly missing: readonly string[];
    }
  | { readonly kind: "useless"; readonly source: string; readonly missing: readonly string[] }
  | { readonly kind: "no-source"; readonly wanted: readonly string[] };

/**
 * Compares what is wanted with what the tenant lists. A field of another type counts as not there.
 *
 * @param named the configuration's aliases, by column, which go before those that the bot knows
 */
export function matchFields(
  { sources, subject, needed, besides }: Wanted,
  listed: readonly Source[],
  named: Fields = {},
): Match {
  const source = sources
    .map((alias) => listed.find((one) => one.alias === alias))
    .find((one) => one !== undefined);
  if (source === undefined) return { kind: "no-source", wanted: sources };
  const about = findField(subject, source, named) ?? findSelf(source);
  if (about === undefined) {
    return { kind: "useless", source: source.alias, missing: [subject.column] };
  }
  const found = [...needed, ...besides].map(
    (field) => [field.column, findField(field, source, named)] as const,
  );
  const fields = Object.fromEntries([
    [subject.column, about],
    ...found.flatMap(([column, alias]) => (alias === undefined ? [] : [[column, alias] as const])),
  ]);
  const missing = needed
    .map(({ column }) => column)
    .filter((column) => !Object.hasOwn(fields, column));
  return missing.length === 0
    ? { kind: "fine", source: source.alias, fields }
    : { kind: "coarse", source: source.alias, fields, missing };
}

function findField(
  { column, aliases, types }: WantedField,
  { fields }: Source,
  named: Fields,
): string | undefined {
  const given = named[column];
  const wanted = given === undefined ? aliases : [given];
  const allowed: readonly string[] = types;
  return fields.find(
    ({ alias, type }) => wanted.includes(alias) && allowed.includes(type.toLowerCase()),
  )?.alias;
}

/** Each source that was recorded has one field that refers to the row itself. */
function findSelf({ fields }: Source): string | undefined {
  return fields.find(({ type }) => type.toLowerCase() === "self referencing instance")?.alias;
}

import { type TenantState, widOf } from "../state.ts";

export interface Instance {
  readonly id: string;
  readonly descriptor: string;
}

type Cell = string | number | boolean | Instance | readonly Instance[];

/** A row; a field that is empty is left out, as Workday does. */
export type Row = Readonly<Record<string, Cell>>;

/** An alias and its type in Workday's words. */
export type Field = readonly [alias: string, type: string];

export interface Source {
  readonly alias: string;
  readonly fields: readonly Field[];
  readonly rows: (parameters: ReadonlyMap<string, string>) => readonly Row[];
  /** Without one of these filters and all of these parameters it answers nothing. */
  readonly required?: {
    readonly filters: readonly string[];
    readonly parameters: readonly string[];
  };
}

export type Grain = "fine" | "coarse";

export function named(state: TenantState, kind: string, descriptor: string): Instance {
  return { id: widOf(state.definition.name, kind, descriptor), descriptor };
}

export function self(alias: string): Field {
  return [alias, "Self referencing instance"];
}

export function withoutEmpty(
  cells: readonly (readonly [string, readonly Instance[]])[],
): Readonly<Record<string, readonly Instance[]>> {
  return Object.fromEntries(cells.filter(([, instances]) => instances.length > 0));
}

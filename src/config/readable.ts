import { ConfigFile } from "./file.ts";
import { TenantEntry } from "./tenant-entry.ts";

/** What of a configuration file can be read, so that a wrong part does not hide what else is wrong. */
export interface ReadableConfig extends Partial<Omit<ConfigFile, "tenants">> {
  /** In the file's order; `undefined` where an entry is wrong by itself. */
  readonly tenants: readonly (TenantEntry | undefined)[];
}

/** Reads each part of the file by itself. */
export function readParts(raw: unknown): ReadableConfig {
  const { slack, database, vault, runner, web, allowLoopbackHttp } = ConfigFile.shape;
  return {
    ...keep("slack", slack.safeParse(partOf(raw, "slack")).data),
    ...keep("database", database.safeParse(partOf(raw, "database")).data),
    ...keep("vault", vault.safeParse(partOf(raw, "vault")).data),
    ...keep("runner", runner.safeParse(partOf(raw, "runner")).data),
    ...keep("web", web.safeParse(partOf(raw, "web")).data),
    ...keep(
      "allowLoopbackHttp",
      allowLoopbackHttp.safeParse(partOf(raw, "allowLoopbackHttp")).data,
    ),
    tenants: listOf(partOf(raw, "tenants")).map((entry) => TenantEntry.safeParse(entry).data),
  };
}

function partOf(raw: unknown, key: string): unknown {
  return typeof raw === "object" && raw !== null ? Reflect.get(raw, key) : undefined;
}

function listOf(part: unknown): readonly unknown[] {
  return Array.isArray(part) ? part : [];
}

function keep<Key extends string, Value>(
  key: Key,
  value: Value | undefined,
): Partial<Record<Key, Value>>;
function keep(key: string, value: unknown): Record<string, unknown> {
  return value === undefined ? {} : { [key]: value };
}

import { z } from "zod";
import { isRefused, type Refused, type Reply, refuse, refuseInput } from "../reply.ts";
import type { World } from "../world.ts";

/** One method of the Web API. */
export interface Method {
  readonly name: string;
  readonly token: "bot" | "app";
  call(world: World, raw: Readonly<Record<string, unknown>>): Reply;
}

interface Definition<Shape extends z.ZodRawShape> {
  readonly name: string;
  readonly token?: "app";
  readonly scope?: string;
  readonly args: Shape;
  run(world: World, args: z.infer<z.ZodObject<Shape, z.core.$strict>>): Reply;
}

/**
 * Defines a method. Arguments it does not list are refused, where Slack would ignore them:
 * a bot that counts on one should notice.
 */
export function defineMethod<Shape extends z.ZodRawShape>(definition: Definition<Shape>): Method {
  const Args = z.strictObject(definition.args);
  return {
    name: definition.name,
    token: definition.token ?? "bot",
    call: (world, raw) => {
      const missing = lacks(world, definition.scope);
      if (missing !== undefined) return missing;
      const { token: _token, team_id: _team, ...given } = raw;
      const args = Args.safeParse(given);
      if (!args.success) return refuseInput("invalid_arguments", args.error, given, "");
      return definition.run(world, args.data);
    },
  };
}

export function lacks(world: World, scope: string | undefined): Refused | undefined {
  if (scope === undefined || world.scopes.has(scope)) return undefined;
  return refuse("missing_scope", { needed: scope, provided: [...world.scopes].join(",") });
}

/** Arguments come as JSON values, or as text in a form: both are taken. */
export const Flag = z.union([z.boolean(), z.stringbool()]).optional();
export const Json = z.unknown().transform(parseJson);
export const Id = z.string().min(1);
export const PageArguments = {
  cursor: z.string().optional(),
  limit: z.coerce.number().int().optional(),
};

function parseJson(value: unknown): unknown {
  if (typeof value !== "string") return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

interface PageArgs {
  readonly cursor?: string | undefined;
  readonly limit?: number | undefined;
}
export interface PageOf<T> {
  readonly items: readonly T[];
  readonly next: string;
}

/** Cuts a page out of a list; the cursor names the last item before it, so new ones do not shift it. */
export function pageOf<T>(
  all: readonly T[],
  { cursor, limit = 100 }: PageArgs,
  keyOf: (item: T) => string,
): PageOf<T> | Refused {
  if (limit < 1 || limit > 1000) return refuse("invalid_limit");
  const start = cursor === undefined || cursor === "" ? 0 : startAfter(all, cursor, keyOf);
  if (isRefusal(start)) return start;
  const items = all.slice(start, start + limit);
  const last = items.at(-1);
  const hasMore = start + limit < all.length && last !== undefined;
  return { items, next: hasMore ? Buffer.from(`next:${keyOf(last)}`).toString("base64") : "" };
}

function startAfter<T>(
  all: readonly T[],
  cursor: string,
  keyOf: (item: T) => string,
): number | Refused {
  const [mark, key] = Buffer.from(cursor, "base64").toString().split(/:(.*)/);
  const index = all.findIndex((item) => keyOf(item) === key);
  return mark !== "next" || index < 0 ? refuse("invalid_cursor") : index + 1;
}

function isRefusal(value: number | Refused): value is Refused {
  return typeof value === "object" && isRefused(value);
}

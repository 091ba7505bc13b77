import { z } from "zod";
import { findAccount } from "../accounts.ts";
import type { Access } from "../definition.ts";
import { bearerToken, type HttpReply, type HttpRequest, jsonReply } from "../http/message.ts";
import { isPermitted } from "../security.ts";
import { type TenantState, widOf } from "../state.ts";
import { type ParsedQuery, parseQuery } from "./query.ts";
import type { Row, Source } from "./source.ts";
import { listSources } from "./sources.ts";

const longestQuery = 2_048;
/** Of lists of sources and fields; of rows ten thousand. */
const mostListed = 100;
const mostRows = 10_000;

const badRequest = jsonReply(400, { error: "Invalid request" });
const notFound = jsonReply(404, { error: "Not found" });

/**
 * Answers WQL in the shapes that were recorded from a real tenant. The words of a refused query were not: they are as REST
 * refuses there. GET needs View on *Workday Query Language*, POST needs Modify.
 *
 * @param path what follows the tenant in the address
 */
export function answerWql(state: TenantState, request: HttpRequest, path: string): HttpReply {
  if (state.definition.wql === undefined) return notFound;
  const refusal = refuse(state, request);
  if (refusal !== undefined) return refusal;
  const sources = listSources(state);
  if (path === "data") return answerData(sources, request);
  if (request.method !== "GET") return notFound;
  if (path === "dataSources") {
    return page(
      sources.map((source) => describe(state, source)),
      request,
      mostListed,
    );
  }
  const [, id, isFields] = /^dataSources\/([^/]+)(\/fields)?$/.exec(path) ?? [];
  const source = sources.find((one) => idOf(state, one) === id);
  if (source === undefined) return notFound;
  if (isFields === undefined)
    return jsonReply(200, { ...describe(state, source), ...detail(source) });
  return page(
    source.fields.map(([alias, type]) => ({
      id: widOf(state.definition.name, "field", `${source.alias} ${alias}`),
      descriptor: alias,
      alias,
      type,
    })),
    request,
    mostListed,
  );
}

function refuse(state: TenantState, request: HttpRequest): HttpReply | undefined {
  const held = state.accessTokens.get(bearerToken(request) ?? "");
  const account = findAccount(state, held?.userName ?? "");
  if (held === undefined || account === undefined || held.expiresAt <= state.now()) {
    return jsonReply(401, { error: "invalid_token" }, { "www-authenticate": "Bearer" });
  }
  const needed: readonly Access[] = request.method === "GET" ? ["View", "Modify"] : ["Modify"];
  const may = needed.some((access) =>
    isPermitted(state, account, ["Workday Query Language"], access),
  );
  return may ? undefined : jsonReply(403, { error: "permission denied", code: "S22" });
}

const Body = z.object({ query: z.string() });

function answerData(sources: readonly Source[], request: HttpRequest): HttpReply {
  const text = request.method === "GET" ? request.query.get("query") : readBody(request.body);
  if (text === null || (request.method === "GET" && text.length > longestQuery)) return badRequest;
  const query = parseQuery(text);
  const source = sources.find(({ alias }) => alias !== "" && alias === query?.source);
  if (query === undefined || source === undefined || !fits(query, source)) return badRequest;
  const rows = source
    .rows(query.parameters)
    .slice(0, query.limit)
    .map((row) => select(row, query.fields));
  return page(rows, request, mostRows);
}

function readBody(body: string): string | null {
  try {
    return Body.parse(JSON.parse(body)).query;
  } catch {
    return null;
  }
}

function fits({ fields, parameters }: ParsedQuery, { required, ...source }: Source): boolean {
  const known = new Set(source.fields.map(([alias]) => alias));
  if (!fields.every((alias) => known.has(alias))) return false;
  if (required === undefined) return parameters.size === 0;
  const filter = parameters.get("dataSourceFilter") ?? "";
  const isFiltered = required.filters.includes(filter);
  return isFiltered && required.parameters.every((alias) => parameters.has(alias));
}

/** What is empty is left out. */
function select(row: Row, fields: readonly string[]): Row {
  return Object.fromEntries(
    fields.flatMap((alias) => {
      const cell = row[alias];
      return cell === undefined ? [] : [[alias, cell] as const];
    }),
  );
}

function page(items: readonly unknown[], { query }: HttpRequest, most: number): HttpReply {
  const limit = Math.min(Number(query.get("limit") ?? 20), most);
  const offset = Number(query.get("offset") ?? 0);
  if (!Number.isInteger(limit) || !Number.isInteger(offset) || limit < 1 || offset < 0) {
    return badRequest;
  }
  return jsonReply(200, { total: items.length, data: items.slice(offset, offset + limit) });
}

function describe(state: TenantState, source: Source): Readonly<Record<string, unknown>> {
  return {
    id: idOf(state, source),
    descriptor: source.alias,
    ...(source.alias !== "" && { alias: source.alias }),
  };
}

function detail({ required }: Source): Readonly<Record<string, unknown>> {
  return {
    filterIsRequired: required !== undefined,
    ...(required && {
      requiredParameters: required.parameters.map((alias) => ({ alias, type: "Date" })),
      dataSourceFilters: required.filters.map((alias) => ({ alias, descriptor: alias })),
    }),
  };
}

function idOf(state: TenantState, { alias }: Source): string {
  return widOf(state.definition.name, "data-source", alias);
}

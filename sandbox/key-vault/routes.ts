import type { Action } from "./access.ts";
import { badParameter, methodNotAllowed, refuseCall, type VaultAnswer } from "./answers.ts";

export type VaultOperation =
  | "set"
  | "get"
  | "update"
  | "delete"
  | "list"
  | "list-versions"
  | "list-deleted"
  | "get-deleted"
  | "purge"
  | "recover";

/** What a request asks for. `name` and `version` are empty where the operation has none. */
export interface Route {
  readonly operation: VaultOperation;
  readonly name: string;
  readonly version: string;
}

/** The data action that Azure RBAC asks for. */
export const actions: Record<VaultOperation, Action> = {
  set: "setSecret/action",
  get: "getSecret/action",
  update: "update/action",
  delete: "delete",
  list: "readMetadata/action",
  "list-versions": "readMetadata/action",
  "list-deleted": "readMetadata/action",
  "get-deleted": "readMetadata/action",
  purge: "purge/action",
  recover: "recover/action",
};

interface Template {
  readonly method: string;
  readonly path: RegExp;
  readonly operation: VaultOperation;
}

const templates: readonly Template[] = [
  { method: "GET", path: /^\/secrets\/?$/, operation: "list" },
  { method: "GET", path: /^\/secrets\/([^/]+)\/versions\/?$/, operation: "list-versions" },
  { method: "GET", path: /^\/secrets\/([^/]+)(?:\/([^/]*))?$/, operation: "get" },
  { method: "PUT", path: /^\/secrets\/([^/]+)\/?$/, operation: "set" },
  { method: "PATCH", path: /^\/secrets\/([^/]+)(?:\/([^/]*))?$/, operation: "update" },
  { method: "DELETE", path: /^\/secrets\/([^/]+)\/?$/, operation: "delete" },
  { method: "GET", path: /^\/deletedsecrets\/?$/, operation: "list-deleted" },
  { method: "GET", path: /^\/deletedsecrets\/([^/]+)\/?$/, operation: "get-deleted" },
  { method: "DELETE", path: /^\/deletedsecrets\/([^/]+)\/?$/, operation: "purge" },
  { method: "POST", path: /^\/deletedsecrets\/([^/]+)\/recover\/?$/, operation: "recover" },
];

/** Reads method and path; what they do not name is refused in the service's words. */
export function parseRoute(method: string, path: string): Route | VaultAnswer {
  const decoded = decode(path);
  if (decoded === undefined) return badParameter("The request URI is not valid.");
  if (!/^\/(deleted)?secrets(\/|$)/.test(decoded)) {
    return refuseCall(404, "NotFound", "The requested resource does not exist.");
  }
  for (const template of templates) {
    const match = template.method === method ? template.path.exec(decoded) : null;
    if (match !== null) return check(template.operation, match[1] ?? "", match[2] ?? "");
  }
  return methodNotAllowed(method);
}

function check(operation: VaultOperation, name: string, version: string): Route | VaultAnswer {
  const isNamed = !operation.startsWith("list") || operation === "list-versions";
  if (isNamed && !/^[0-9a-zA-Z-]{1,127}$/.test(name)) {
    return badParameter(`The request URI contains an invalid name: ${name}`);
  }
  // The wording for a version is a guess after the one for a name.
  if (version !== "" && !/^[0-9a-f]{32}$/.test(version)) {
    return badParameter(`The request URI contains an invalid version: ${version}`);
  }
  return { operation, name, version };
}

function decode(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}

/**
 * Versions whose behaviour is recorded. `2026-04-01`, the SDK's own default, is not: a client says
 * which version it was written for, as it has to for clouds that lag behind.
 */
const apiVersions: ReadonlySet<string> = new Set(
  "7.0 7.1 7.2 7.3 7.4 7.5 7.6-preview.2 7.6 2025-07-01".split(" "),
);

/** The 400 for a version that is missing or unknown. */
export function refuseApiVersion(version: string | undefined): VaultAnswer | undefined {
  if (version === undefined || version === "") {
    return badParameter("api-version must be specified");
  }
  if (apiVersions.has(version)) return undefined;
  return badParameter(
    `The specified version (${version}) is not recognized. Consider using the latest supported version (2025-07-01).`,
  );
}

import { findAccount } from "./accounts.ts";
import { bearerToken, type HttpReply, type HttpRequest, jsonReply } from "./http/message.ts";
import { isPermitted } from "./security.ts";
import type { PerformedTask, TenantState } from "./state.ts";

const badRequest = jsonReply(400, { error: "Invalid request" });
const mostListed = 1_000;
const withoutMilliseconds = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:Z|[+-]\d{2}:\d{2})$/;

/**
 * Lists which tasks people did, as the activity log of a tenant that logs them does. The shape, the needs and that moments
 * come without milliseconds are what others write of it; what a log answers that is switched off is a guess.
 */
export function answerActivityLog(state: TenantState, request: HttpRequest): HttpReply {
  if (request.method !== "GET") return jsonReply(405, { error: "Method Not Allowed" });
  const held = state.accessTokens.get(bearerToken(request) ?? "");
  const account = findAccount(state, held?.userName ?? "");
  if (held === undefined || account === undefined || held.expiresAt <= state.now()) {
    return jsonReply(401, { error: "invalid_token" }, { "www-authenticate": "Bearer" });
  }
  const mayRead = (["Get", "View"] as const).every((access) =>
    isPermitted(state, account, ["System Auditing"], access),
  );
  if (!mayRead) return jsonReply(403, { error: "permission denied", code: "S22" });
  return answerPage(state, request.query);
}

function answerPage(state: TenantState, query: URLSearchParams): HttpReply {
  const [from = "", to = ""] = ["from", "to"].map((name) => query.get(name) ?? "");
  const limit = Number(query.get("limit") ?? "100");
  const offset = Number(query.get("offset") ?? "0");
  const isAsked = query.get("type") === "userActivity" && limit > 0 && limit <= mostListed;
  if (!isAsked || ![from, to].every((moment) => withoutMilliseconds.test(moment)))
    return badRequest;
  const logged = state.definition.logsUserActivity === true ? state.tasksPerformed : [];
  const found = logged.filter(
    ({ at, status }) => status === "done" && at >= Date.parse(from) && at <= Date.parse(to),
  );
  return jsonReply(200, { data: found.slice(offset, offset + limit).map(render) });
}

function render({ task, by, at }: PerformedTask): object {
  return {
    systemAccount: by,
    taskDisplayName: titleOf(task),
    taskId: task,
    activityAction: "WRITE",
    requestTime: new Date(at).toISOString(),
    ipAddress: "192.0.2.1",
    sessionId: "session",
  };
}

/** As people find it in Workday, such as *Activate Pending Security Policy Changes*. */
function titleOf(task: string): string {
  return task
    .replace(/(?:^|-)([a-z])/g, (_all, letter: string) => ` ${letter.toUpperCase()}`)
    .trim();
}

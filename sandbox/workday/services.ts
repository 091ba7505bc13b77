import { answerActivityLog } from "./activity-log.ts";
import { createDoor, type Door } from "./http/door.ts";
import type { InjectedFault } from "./http/injected-fault.ts";
import { type HttpReply, type HttpRequest, htmlReply } from "./http/message.ts";
import { answerToken, answerWorkersMe } from "./oauth.ts";
import { answerReport } from "./reports.ts";
import { answerSoap } from "./soap/soap-service.ts";
import { bsvc, parseXml, type XmlElement } from "./soap/xml.ts";
import type { TenantState } from "./state.ts";
import type { Tenant } from "./tenant.ts";
import { answerWql } from "./wql/answer-wql.ts";

interface Surroundings {
  readonly now: () => number;
  readonly passwordsSeen: Set<string>;
  readonly onRequest: (name: string) => void;
}

interface Message {
  readonly request: HttpRequest;
  readonly fault: InjectedFault | undefined;
}

type Answer = (state: TenantState, message: Message, parts: readonly string[]) => HttpReply;

/** First match wins; the first group of each pattern is the tenant. */
const routes: readonly (readonly [pattern: RegExp, answer: Answer])[] = [
  [
    /^\/ccx\/service\/customreport2\/([^/]+)\/([^/]+)\/([^/]+)$/,
    (state, { request }, [owner = "", report = ""]) =>
      answerReport(state, request, { owner, report }),
  ],
  [
    /^\/ccx\/service\/([^/]+)\/([^/]+)\/([^/]+)$/,
    (state, message, [service = "", version = ""]) =>
      answerSoap(state, { service, version }, message),
  ],
  [/^\/ccx\/oauth2\/([^/]+)\/token$/, (state, { request }) => answerToken(state, request)],
  [
    /^\/ccx\/api\/common\/v1\/([^/]+)\/workers\/me$/,
    (state, { request }) => answerWorkersMe(state, request),
  ],
  [
    /^\/ccx\/api\/privacy\/v1\/([^/]+)\/activityLogging$/,
    (state, { request }) => answerActivityLog(state, request),
  ],
  [
    /^\/ccx\/api\/wql\/v1\/([^/]+)\/(.+)$/,
    (state, { request }, [path = ""]) => answerWql(state, request, path),
  ],
];

/** The door behind which every tenant's services, reports and REST calls are. */
export function createServices(
  tenants: ReadonlyMap<string, Tenant>,
  { now, passwordsSeen, onRequest }: Surroundings,
): Door {
  return createDoor({
    now,
    onRequest,
    nameOf: (request) => {
      const root = tryParse(request.body);
      if (root !== undefined) rememberPasswords(root, passwordsSeen);
      return root?.children.at(-1)?.children[0]?.local.replace(/_Request$/, "") ?? "";
    },
    handle: (request, fault) => {
      for (const [pattern, answer] of routes) {
        const parts = pattern.exec(request.path)?.slice(1);
        if (parts === undefined) continue;
        const state = tenants.get(parts[0] ?? "")?.state;
        if (state !== undefined) return answer(state, { request, fault }, parts.slice(1));
      }
      return htmlReply(404, "Page Not Found");
    },
  });
}

function tryParse(body: string): XmlElement | undefined {
  if (!body.trimStart().startsWith("<")) return undefined;
  try {
    return parseXml(body);
  } catch {
    return undefined;
  }
}

/** Notes each password that a request tries to put, whatever becomes of the request. */
function rememberPasswords(element: XmlElement, seen: Set<string>): void {
  if (element.uri === bsvc && element.local === "Password") seen.add(element.text);
  for (const child of element.children) rememberPasswords(child, seen);
}

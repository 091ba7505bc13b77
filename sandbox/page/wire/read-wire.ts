import type { Exchange } from "../../key-vault/request-handler.ts";
import type { TrafficEntry } from "../../slack/traffic.ts";
import type { RecordedReply, RecordedRequest } from "../../workday/http/door.ts";
import type { Stage } from "../stage.ts";
import { redact } from "./redact.ts";
import { foldRepeats, type WireLine } from "./wire-line.ts";

/** What stood on the wire, with every secret taken out. */
interface WireBody {
  readonly sent: string;
  readonly answered: string;
}

export interface WireReader {
  /** The newest lines, oldest first. */
  readonly lines: () => readonly WireLine[];
  /** Throws where the line is not there any more. */
  readonly look: (id: string) => WireBody;
}

const newest = 250;
const shown = 100;
const longest = 6_000;

/** Reads what the emulators wrote down of their traffic. Key Vault's bodies hold values, so they are not kept at all. */
export function createWireReader({
  slack,
  workday,
  vault,
}: Pick<Stage, "slack" | "workday" | "vault">): WireReader {
  const { runner } = workday;

  function bodyOf(body: string): string {
    const known = [...workday.passwordsSeen, ...vault.valuesSeen];
    const text = redact(body, known);
    return text.length > longest ? `${text.slice(0, longest)} …` : text;
  }

  function lookAt(of: "Workday" | "Runner", at: number): WireBody {
    const { requests, replies } = of === "Workday" ? workday : runner;
    const request = requests[at];
    if (request === undefined) throw new Error("This exchange is not kept any more.");
    const answered = answersTo(requests.slice(at), replies).get(request)?.body ?? "";
    return { sent: bodyOf(request.body), answered: bodyOf(answered) };
  }

  return {
    lines: () => {
      const all = [
        ...ofDoor("Workday", workday.requests, workday.replies),
        ...ofDoor("Runner", runner.requests, runner.replies),
        ...ofSlack(slack.traffic),
        ...ofVault(vault.traffic()),
      ];
      return foldRepeats(all.toSorted((one, other) => one.at - other.at)).slice(-shown);
    },
    look: (id) => {
      const [service, place] = [id.replace(/-\d+$/, ""), Number(/\d+$/.exec(id)?.[0])];
      if (service === "Workday" || service === "Runner") return lookAt(service, place);
      const entry = service === "Slack" ? slack.traffic[place] : undefined;
      if (entry === undefined) throw new Error("Nothing is kept of what this exchange carried.");
      return { sent: bodyOf(entry.text), answered: bodyOf(answerOf(slack.traffic, place)) };
    },
  };
}

function ofDoor(
  service: "Workday" | "Runner",
  requests: readonly RecordedRequest[],
  replies: readonly RecordedReply[],
): readonly WireLine[] {
  const from = Math.max(0, requests.length - newest);
  const recent = requests.slice(from);
  const answers = answersTo(recent, replies);
  return recent.map((request, index) => {
    const reply = answers.get(request);
    const status = reply?.status;
    return {
      id: `${service}-${from + index}`,
      at: request.at,
      service,
      what: request.name || nameOf(request.path),
      isToBot: false,
      outcome: outcomeOf(reply),
      isTrouble: status !== undefined && status >= 400,
    };
  });
}

/** The status, or what a SOAP fault says: Workday answers with one where it finds nothing, too. */
function outcomeOf(reply: RecordedReply | undefined): string {
  if (reply === undefined) return "no answer yet";
  const fault = /<faultstring>([^<]{1,80})/.exec(reply.body)?.[1];
  return fault ?? String(reply.status);
}

function nameOf(path: string): string {
  return path.split("/").at(-1) ?? path;
}

/** The first reply of the same name after a request is taken for its own. */
function answersTo(
  requests: readonly RecordedRequest[],
  replies: readonly RecordedReply[],
): ReadonlyMap<RecordedRequest, RecordedReply> {
  const answers = new Map<RecordedRequest, RecordedReply>();
  const begin = requests[0]?.at ?? 0;
  const left = replies.filter(({ at }) => at >= begin);
  for (const request of requests) {
    const index = left.findIndex(
      ({ at, name, path }) => at >= request.at && name === request.name && path === request.path,
    );
    const [reply] = index < 0 ? [] : left.splice(index, 1);
    if (reply !== undefined) answers.set(request, reply);
  }
  return answers;
}

/** Calls of the bot, and what Slack hands to it; answers and acknowledgements belong to these. */
function ofSlack(traffic: readonly TrafficEntry[]): readonly WireLine[] {
  const from = Math.max(0, traffic.length - 2 * newest);
  return traffic.slice(from).flatMap((entry, index) => {
    const { at, direction, what } = entry;
    if (/^(answer to|acknowledgement of|socket message|hello|disconnect)/.test(what)) return [];
    const error = /"ok":false,"error":"(\w+)"/.exec(answerOf(traffic, from + index))?.[1];
    const isToBot = direction === "to-bot";
    return [
      {
        id: `Slack-${from + index}`,
        at,
        service: "Slack" as const,
        what: what.replace(/^POST \/(api\/)?/, "").replace(/^response\/.*/, "response_url"),
        isToBot,
        ...(!isToBot && { outcome: error ?? "ok" }),
        isTrouble: error !== undefined,
      },
    ];
  });
}

function answerOf(traffic: readonly TrafficEntry[], place: number): string {
  const path = traffic[place]?.what.replace(/^POST /, "");
  const answer = traffic
    .slice(place + 1, place + 40)
    .find(({ what }) => what === `answer to ${path}` || what === `acknowledgement of ${path}`);
  return answer?.text ?? "";
}

function ofVault(exchanges: readonly Exchange[]): readonly WireLine[] {
  return exchanges.slice(-newest).map(({ at, method, path, status, code }, index) => ({
    id: `Key Vault-${index}`,
    at,
    service: "Key Vault",
    what: `${method} ${path.replace(/\?.*$/, "")}`,
    isToBot: false,
    outcome: code ?? (status === 0 ? "cut" : String(status)),
    isTrouble: status === 0 || status >= 400,
  }));
}

import { failStep } from "../lifecycle/append-events.ts";
import { loadRequest } from "../lifecycle/load-request.ts";
import type { Work } from "../lifecycle/start-work.ts";
import type { RequestId } from "../model/ids.ts";
import type { ChannelStanding } from "../ports/channels.ts";
import type { FlowDeps } from "../ports/deps.ts";
import type { Durable } from "../ports/engine.ts";
import { makeMove } from "./make-move.ts";

/**
 * Carries a request forward until it is somebody else's turn. Every move is one checkpoint, and an *ensure*, because
 * after a crash it runs again. What it records is shown in Slack by the publisher: no work waits for that. Work that a
 * crash left, and whose tenant is not configured any more, breaks: what broke runs again from its beginning once the
 * sweep asks for it.
 */
export async function advance(deps: FlowDeps, durable: Durable, work: Work): Promise<void> {
  await durable.step("0: look at the channel", () => holdUnseen(deps, work.id));
  for (let turn = 1; ; turn += 1) {
    const isOver = await durable.step(`${turn}: move`, () => makeMove(deps, work));
    if (isOver) break;
  }
}

/** Nothing is begun that nobody can watch: a request whose channel is gone or shared waits at its first step. */
async function holdUnseen(deps: FlowDeps, id: RequestId): Promise<void> {
  const request = await loadRequest(deps, id);
  const { tenant } = request.draft;
  if (!deps.isConfigured(tenant))
    throw new Error(`${id} rests: its tenant is not configured any more`);
  const first = request.plan.find(({ name }) => !request.finished.includes(name));
  if (request.phase.kind !== "working" || request.closing !== undefined) return;
  if (request.begun.length > 0 || first === undefined) return;
  const words = unseen[await deps.channels.check(tenant)];
  if (words === undefined) return;
  await failStep(deps, request, { step: first.name, words, isAnswered: false });
}

/** Where Slack cannot tell, the work goes on: a slow channel is not a lost one. */
const unseen: Record<ChannelStanding, string | undefined> = {
  open: undefined,
  "cannot-tell": undefined,
  gone: "Nothing can be posted in the tenant's channel, so nothing was begun. Ask the bot's operator to look at the channel or to name another one, then press Try again.",
  shared:
    "The tenant's channel is shared with another company, or about to be, so nothing can be posted there and nothing was begun. Ask the bot's operator to end that or to name another channel, then press Try again.",
};

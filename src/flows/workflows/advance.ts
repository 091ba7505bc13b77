import { failStep } from "../lifecycle/append-events.ts";
import { loadRequest } from "../lifecycle/load-request.ts";
import { showRequest } from "../lifecycle/show-request.ts";
import type { Work } from "../lifecycle/start-work.ts";
import type { RequestId } from "../model/ids.ts";
import type { FlowDeps } from "../ports/deps.ts";
import type { Durable } from "../ports/engine.ts";
import { makeMove } from "./make-move.ts";

/**
 * Carries a request forward until it is somebody else's turn. Every turn is two checkpoints: one move, and
 * showing it. Each move is an *ensure*, because after a crash it runs again. Work that a crash left, and whose tenant
 * is not configured any more, breaks: what broke runs again from its beginning once the sweep asks for it.
 */
export async function advance(deps: FlowDeps, durable: Durable, work: Work): Promise<void> {
  const { id } = work;
  let isShown = await durable.step("0: show", () => showFirst(deps, id));
  if (!isShown) await durable.step("0: hold", () => holdUnseen(deps, id));
  for (let turn = 1; ; turn += 1) {
    const isOver = await durable.step(`${turn}: move`, () => makeMove(deps, work));
    if (isOver) break;
    isShown = await durable.step(`${turn}: show`, () => showRequest(deps, id));
  }
  if (!isShown) await durable.step("say that nobody saw it", () => tellUnseen(deps, id));
}

/** Breaks where it would otherwise be kept that nobody could see a request whose tenant is only away. */
async function showFirst(deps: FlowDeps, id: RequestId): Promise<boolean> {
  const { tenant } = (await loadRequest(deps, id)).draft;
  if (!deps.isConfigured(tenant))
    throw new Error(`${id} rests: its tenant is not configured any more`);
  return showRequest(deps, id);
}

/** Nothing is begun that nobody can watch: a request whose channel is gone waits at its first step. */
async function holdUnseen(deps: FlowDeps, id: RequestId): Promise<void> {
  const request = await loadRequest(deps, id);
  const first = request.plan.find(({ name }) => !request.finished.includes(name));
  if (request.phase.kind !== "working" || request.closing !== undefined) return;
  if (request.begun.length > 0 || first === undefined) return;
  const words =
    "Nothing can be posted in the tenant's channel, so nothing was begun. Ask the bot's operator to look at the channel or to name another one, then press Try again.";
  await failStep(deps, request, { step: first.name, words, isAnswered: false });
}

/** With the reason, as it is by now: the requester may be the one to mend it. */
async function tellUnseen(deps: FlowDeps, id: RequestId): Promise<void> {
  const request = await loadRequest(deps, id);
  const shown = await deps.announcer.announce(request, await deps.store.readStory(id));
  if (shown.ok) return;
  const { askedBy } = request;
  const words = `I cannot post in the channel of ${id}. ${shown.error.words} Nothing is lost: \`/workday-isu status ${id}\` shows where it stands, with its buttons.`;
  const told = await deps.announcer.tell(askedBy, words);
  if (!told.ok) deps.log.warn({ request: id, fault: told.error.kind }, "nobody could be told");
}

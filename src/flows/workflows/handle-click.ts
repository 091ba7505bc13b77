import { err, ok, type Result } from "../../result.ts";
import { checkVoices, isForParts, readVoices, withCalled } from "../approval/voices.ts";
import { activatesOwn } from "../authorization/activator.ts";
import { authorize } from "../authorization/authorize.ts";
import { findPasskeyObstacle, makeLink } from "../authorization/links.ts";
import { openRequest } from "../intake/open-request.ts";
import { expectTold } from "../lifecycle/expect-told.ts";
import { loadRequest } from "../lifecycle/load-request.ts";
import { startWork } from "../lifecycle/start-work.ts";
import type { Reply } from "../ports/answerer.ts";
import type { FlowDeps } from "../ports/deps.ts";
import type { Durable } from "../ports/engine.ts";
import type { Click, Command } from "../request/click.ts";
import type { Event } from "../request/event.ts";
import type { Refusal } from "../request/refusal.ts";
import type { Request } from "../request/request.ts";
import type { StepName } from "../tasks/step.ts";
import { editRequest } from "./edit-request.ts";
import { lookBeforeDeciding } from "./look-before-deciding.ts";
import { keyOfClick, type PreparedClick, settleClick } from "./settle-click.ts";

type Settling = Exclude<Command, { kind: "open" }>;

/**
 * Carries out one decision made in Slack: who may, what it does, what follows, what the person learns. It
 * was written down before it was acknowledged, so a kill loses nothing; its id makes repeats harmless.
 */
export async function handleClick(deps: FlowDeps, durable: Durable, click: Click): Promise<void> {
  const reply = await durable.step("decide", () => decideClick(deps, click));
  await durable.step("answer", () => answer(deps, click, reply));
  const request = click.request;
  await durable.step("go on", async () => {
    const now = await deps.store.find(request);
    if (now !== undefined) await startWork(deps, now);
  });
}

/** Tells that a click broke each time; or what it came to, where it was recorded and what follows broke. */
export async function giveUpClick(deps: FlowDeps, click: Click): Promise<void> {
  const request = await findCounted(deps, click);
  const reply: Reply =
    request === undefined
      ? { kind: "refused", refusal: "given-up" }
      : await replyTo(deps, click, request);
  expectTold(await deps.answerer.answer(click, reply));
}

async function findCounted(deps: FlowDeps, click: Click): Promise<Request | undefined> {
  const request = await deps.store.find(click.request);
  const counts =
    click.command.kind === "open" ? request?.askedBy === click.by : await isRecorded(deps, click);
  return counts ? request : undefined;
}

async function answer(deps: FlowDeps, click: Click, decided: Reply): Promise<void> {
  // Made here, not in the step before: what a step answers is stored, and a link holds a token.
  const link =
    decided.kind === "passkey-needed"
      ? await makeLink(deps, { person: click.by, ...decided })
      : undefined;
  // Without `web` no tenant asks for a passkey any more: another press counts.
  const isLost = decided.kind === "passkey-needed" && link === undefined;
  const reply = isLost ? ({ kind: "refused", refusal: "passkey-needed" } as const) : decided;
  const answered = await deps.answerer.answer(click, reply, link);
  if (answered.ok) return;
  const { outside, kind } = answered.error;
  deps.log.warn({ request: click.request, outside, fault: kind }, "cannot answer a click");
}

async function decideClick(deps: FlowDeps, click: Click): Promise<Reply> {
  const { command } = click;
  return command.kind === "open"
    ? openRequest(deps, click, command)
    : decideOn(deps, click, command);
}

/** Decides on a request that is there, on the way of every click. Safe to repeat with the same click. */
export async function decideOn(deps: FlowDeps, click: Click, command: Settling): Promise<Reply> {
  const request = await deps.store.find(click.request);
  if (request === undefined) return { kind: "refused", refusal: "no-such-request" };
  if (await isRecorded(deps, click)) return replyTo(deps, click, request);
  if (!deps.isConfigured(request.draft.tenant)) return { kind: "refused", refusal: "tenant-gone" };
  if (command.kind === "edit") return editRequest(deps, { click, request, command });
  const authority = await readAuthority(deps, request, click);
  if (!authority.ok) return { kind: "refused", refusal: authority.error };
  const sights = await lookBeforeDeciding(deps, request, command);
  if (!sights.ok) return { kind: "fault", fault: sights.error };
  const prepared = { click, command, ...authority.value, sights: sights.value };
  const settled = await settleClick(deps, request, prepared);
  if (settled.ok) return replyTo(deps, click, settled.value);
  return settled.error === "passkey-needed" && command.kind === "approve"
    ? sendToPage(deps, click, command)
    : { kind: "refused", refusal: settled.error };
}

/** Whether the person may do this, and for whom; of a card with parts, for which of them. */
async function readAuthority(
  deps: FlowDeps,
  request: Request,
  click: Click,
): Promise<Result<Pick<PreparedClick, "standsInFor" | "voices" | "isOwn">, Refusal>> {
  const { tenant } = deps.contextOf(request.draft.tenant);
  if (!isForParts(request, click.command.kind)) {
    const allowed = await checkPerson(deps, { click, request });
    if (!allowed.ok) return allowed;
    const isOwn = await activatesOwn(deps, request, click);
    if (isOwn && tenant.requestersMayActivate !== true) return err("asked-for-it");
    return ok({ standsInFor: allowed.value, ...(isOwn && { isOwn }) });
  }
  const sources = { ...deps, now: deps.clock.now() };
  const voices = await readVoices(sources, { by: click.by, request, tenant });
  const allowed = checkVoices(voices);
  return allowed.ok ? ok({ standsInFor: allowed.value, voices }) : allowed;
}

/** Whether this click counted before: then nothing is asked or read again, only answered. */
async function isRecorded({ store, clock }: FlowDeps, click: Click): Promise<boolean> {
  const change = { id: click.request, key: keyOfClick(click), now: clock.now() };
  const looked = await store.decide(change, () => ok([]));
  return looked.ok && looked.value.isRepeat;
}

/** What a click that was recorded is answered, the first time and again: an approval may be void. */
async function replyTo(deps: FlowDeps, { command, by }: Click, request: Request): Promise<Reply> {
  if (command.kind === "report-done" && isNotShown(request, command.step)) {
    return { kind: "refused", refusal: "not-shown" };
  }
  if (command.kind === "start" && request.phase.kind !== "waiting-for-person") {
    return { kind: "refused", refusal: "do-not-activate" };
  }
  if (command.kind !== "approve") return { kind: "accepted", request };
  const story = await deps.store.readStory(request.id);
  const asked = story.findLastIndex(
    ({ event }) => event.kind === "approval-asked" && event.asked.digest === command.digest,
  );
  const settled = story
    .slice(asked)
    .find(({ event }) => isVoided(event) || (event.kind === "approved" && event.by === by))?.event;
  return settled !== undefined && isVoided(settled)
    ? {
        kind: "voided",
        difference: settled.difference,
        ...(settled.isOutdated && { isOutdated: true }),
      }
    : { kind: "accepted", request };
}

/** Whether the request waits because the step that somebody reported does not show. */
function isNotShown({ phase }: Request, step: StepName): boolean {
  return phase.kind === "stuck" && phase.step === step;
}

function isVoided(event: Event): event is Extract<Event, { kind: "approval-voided" }> {
  return event.kind === "approval-voided";
}

async function checkPerson(
  deps: FlowDeps,
  { click, request }: { readonly click: Click; readonly request: Request },
): ReturnType<typeof authorize> {
  const { by, command } = click;
  const { tenant } = deps.contextOf(request.draft.tenant);
  const sources = { ...deps, now: deps.clock.now() };
  const called = await withCalled(deps, request);
  return authorize(sources, { command: command.kind, by, request: called, tenant });
}

/** All is well but for the passkey: it goes on on the bot's own page, for those who have one. */
async function sendToPage(
  deps: FlowDeps,
  { by, request: id }: Click,
  { digest, tenantTyped, note }: Extract<Command, { kind: "approve" }>,
): Promise<Reply> {
  const { draft } = await loadRequest(deps, id);
  const { tenant } = draft;
  const typed = {
    ...(tenantTyped !== undefined && { tenantTyped }),
    ...(note !== undefined && { note }),
  };
  const refusal = await findPasskeyObstacle(deps, { tenant, by, kind: "approve" });
  return refusal === undefined
    ? { kind: "passkey-needed", tenant, errand: { kind: "approve", request: id, digest, ...typed } }
    : { kind: "refused", refusal };
}

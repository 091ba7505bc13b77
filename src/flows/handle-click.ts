import { err, ok, type Result } from "../result.ts";
import { mayCommand, readIdentity } from "./access.ts";
import { startWork } from "./advance.ts";
import { type Look, lookAtPending } from "./approval.ts";
import type { Click, Command } from "./click.ts";
import type { FlowDeps } from "./deps.ts";
import type { Fault } from "./fault.ts";
import type { PersonId } from "./ids.ts";
import { openRequest } from "./open-request.ts";
import type { Durable, Reply } from "./ports.ts";
import type { PersonRefusal } from "./refusal.ts";
import type { Event, Request } from "./request.ts";
import { settle } from "./settle.ts";

type Settling = Exclude<Command, { kind: "open" }>;

/**
 * Carries out one decision made in Slack: who may, what it does, what follows, what the person learns. It
 * was written down before it was acknowledged, so a kill loses nothing; its id makes repeats harmless.
 */
export async function handleClick(deps: FlowDeps, durable: Durable, click: Click): Promise<void> {
  const reply = await durable.step("decide", () => decide(deps, click));
  await durable.step("answer", () => answer(deps, click, reply));
  const request = click.request;
  await durable.step("go on", async () => {
    const now = await deps.store.find(request);
    if (now !== undefined) await startWork(deps, now);
  });
}

async function answer(deps: FlowDeps, click: Click, reply: Reply): Promise<void> {
  const answered = await deps.answerer.answer(click, reply);
  if (answered.ok) return;
  const { outside, kind } = answered.error;
  deps.log.warn({ request: click.request, outside, fault: kind }, "cannot answer a click");
}

async function decide(deps: FlowDeps, click: Click): Promise<Reply> {
  const { command } = click;
  return command.kind === "open" ? openRequest(deps, click) : decideOn(deps, click, command);
}

async function decideOn(deps: FlowDeps, click: Click, command: Settling): Promise<Reply> {
  const request = await deps.store.find(click.request);
  if (request === undefined) return { kind: "refused", refusal: "no-such-request" };
  const allowed = await checkPerson(deps, { click, request });
  if (!allowed.ok) return { kind: "refused", refusal: allowed.error };
  const look = await lookIfNeeded(deps, request, command);
  if (!look.ok) return { kind: "fault", fault: look.error };
  return apply(deps, { click, command, ...(look.value && { look: look.value }) });
}

async function checkPerson(
  deps: FlowDeps,
  { click, request }: { readonly click: Click; readonly request: Request },
): Promise<Result<void, PersonRefusal | "cannot-tell-who-you-are">> {
  const { tenant } = deps.placeOf(request.draft.tenant);
  const identity = await readIdentity(deps.directory, click.by, tenant);
  if (!identity.ok) return identity;
  const who: { by: PersonId; askedBy: PersonId } = { by: click.by, askedBy: request.askedBy };
  return mayCommand(click.command.kind, identity.value, who);
}

/** An approval counts for what is pending at the click; "Done" with an activation is checked by it. */
async function lookIfNeeded(
  deps: FlowDeps,
  request: Request,
  command: Settling,
): Promise<Result<Look | undefined, Fault>> {
  const isActivated = command.kind === "report-done" && command.step === "activate";
  if (command.kind !== "approve" && !isActivated) return ok(undefined);
  return lookAtPending(deps, request);
}

async function apply(
  deps: FlowDeps,
  {
    click,
    command,
    look,
  }: { readonly click: Click; readonly command: Settling; readonly look?: Look },
): Promise<Reply> {
  const at = deps.clock.now();
  let events: readonly Event[] = [];
  const decided = await deps.store.decide(
    { id: click.request, key: `click ${click.id}`, now: at },
    (request) => {
      const { tenant } = deps.placeOf(request.draft.tenant);
      const settled = settle(request, command, {
        by: click.by,
        at,
        tenant,
        ...(look && { now: look }),
      });
      if (settled.ok) events = settled.value;
      return settled.ok ? settled : err(settled.error);
    },
  );
  if (!decided.ok) return { kind: "refused", refusal: decided.error };
  const voided = events.find((event) => event.kind === "approval-voided");
  if (voided?.kind === "approval-voided") return { kind: "voided", difference: voided.difference };
  return { kind: "accepted", request: decided.value.request };
}

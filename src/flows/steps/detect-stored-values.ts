import { ok } from "../../result.ts";
import { handToPerson } from "../lifecycle/append-events.ts";
import { notTriedByHand, valuesOf } from "../model/api-client.ts";
import type { FlowDeps } from "../ports/deps.ts";
import { retryRead } from "../ports/retry.ts";
import type { Request } from "../request/request.ts";
import type { StoredValue } from "../request/step-facts.ts";
import type { StepName } from "../tasks/step.ts";
import { isOfRequest, placeFor } from "./client-secrets.ts";

/** Hands a task over; where its page shows secrets and the bot has no page, with the commands that store them. */
export async function handForValues(
  deps: FlowDeps,
  request: Request,
  handed: { readonly step: StepName; readonly isOnTrust?: true; readonly needsStart?: true },
): Promise<void> {
  const commands = listCommands(deps, request, handed.step);
  return handToPerson(deps, request, { ...handed, ...(commands && { commands }) });
}

/** How the values of a step are stored by hand; `undefined` where it has none, or the bot's page takes them. */
function listCommands(
  deps: FlowDeps,
  request: Request,
  step: StepName,
): readonly string[] | undefined {
  const { describeVaultCommand } = deps;
  const values = valuesOf(step);
  if (describeVaultCommand === undefined || values.length === 0) return undefined;
  return values.map((value) =>
    describeVaultCommand({ ...placeFor(deps, request, value), file: `./${value}.txt` }),
  );
}

/**
 * Hands a task over once more, with the commands, where the bot had a page for its values and has none any more. The
 * deadline stays. Safe to repeat, on several replicas at once.
 *
 * @returns the request as it is afterwards
 */
export async function offerCommands(deps: FlowDeps, request: Request): Promise<Request> {
  const { phase, id, version } = request;
  if (phase.kind !== "waiting-for-person" || phase.commands !== undefined) return request;
  const { step, expiresAt } = phase;
  const commands = listCommands(deps, request, step);
  if (commands === undefined) return request;
  const event = { kind: "handed-over", step, expiresAt, commands } as const;
  const decided = await deps.store.decide(
    { id, key: `commands ${version}`, now: deps.clock.now() },
    (now) => ok(now.version === version ? [event] : []),
  );
  return decided.ok ? decided.value.request : request;
}

/**
 * Where people store values by hand: looks whether all of them are there, by the tags that the commands
 * carry, and goes on. Nobody has tried them then. Safe to repeat, on several replicas at once.
 *
 * @returns the request as it is afterwards
 */
export async function completeStored(deps: FlowDeps, request: Request): Promise<Request> {
  const { phase, id } = request;
  if (phase.kind !== "waiting-for-person" || phase.commands === undefined) return request;
  const { step } = phase;
  const stored = await findStored(deps, request, step);
  if (stored === undefined) return request;
  const client = { stored, outcome: notTriedByHand };
  const decided = await deps.store.decide(
    { id, key: `stored ${request.version}`, now: deps.clock.now() },
    (now) =>
      ok(
        now.version === request.version ? [{ kind: "step-finished", step, facts: { client } }] : [],
      ),
  );
  return decided.ok ? decided.value.request : request;
}

/** The newest enabled version of each value that carries the request's id; `undefined` unless all are there. */
async function findStored(
  deps: FlowDeps,
  request: Request,
  step: StepName,
): Promise<readonly StoredValue[] | undefined> {
  const stored: StoredValue[] = [];
  for (const value of valuesOf(step)) {
    const { name } = placeFor(deps, request, value);
    const versions = await retryRead(deps.clock, () => deps.vault.listVersions(name));
    if (!versions.ok) return undefined;
    const [newest] = versions.value
      .filter((version) => version.enabled && isOfRequest(version, request))
      .toSorted((one, other) => (other.createdAt ?? 0) - (one.createdAt ?? 0));
    if (newest === undefined) return undefined;
    stored.push({ value, reference: newest.reference });
  }
  return stored;
}

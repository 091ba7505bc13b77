import type { PersonId, RequestId } from "../../../src/flows/model/ids.ts";
import type { Reply } from "../../../src/flows/ports/answerer.ts";
import type { Command } from "../../../src/flows/request/click.ts";
import type { Raw } from "../../../src/flows/request/raw-draft.ts";
import { ann, ben } from "../data/people.ts";
import { untilAlive } from "../fakes/fault-injection.ts";
import type { World } from "../fakes/world.ts";

interface Opened {
  readonly by?: PersonId;
  /** The request; absent: the world's one. */
  readonly request?: RequestId;
}

/** Opens the form of an edit and fills it in: until its plan is confirmed nothing happens. */
export async function keepEdit(
  world: World,
  raw: Raw,
  { by = ann, request = world.id }: Opened = {},
): Promise<Extract<Command, { kind: "edit" }>> {
  const draft = world.random.requestId();
  const edits = { request, edits: world.store.peek(request)?.edits ?? 0 };
  await untilAlive(() => world.store.keepDraft(draft, { by, raw, edits }));
  return { kind: "edit", draft };
}

/** Edits a request and lets it go on. */
export async function edit(world: World, raw: Raw, opened: Opened = {}): Promise<Reply> {
  const command = await keepEdit(world, raw, opened);
  const { by = ann, request = world.id } = opened;
  const reply = await world.clickOn(request, by, command);
  await world.workOn(() => true);
  return reply;
}

/** Lets people do what they are asked for, and approves the plan, until the activation has its card. */
export async function untilActivation(world: World): Promise<void> {
  for (;;) {
    const { phase } = await world.work();
    if (phase.kind === "waiting-for-person") await world.carryOut();
    else if (phase.kind !== "waiting-for-approval") throw new Error(`It is ${phase.kind}`);
    else if (phase.asked.step === "approve") return;
    else await world.click(ben, { kind: "approve", digest: phase.asked.digest });
  }
}

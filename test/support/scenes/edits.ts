import type { PersonId, RequestId } from "../../../src/flows/model/ids.ts";
import type { Reply } from "../../../src/flows/ports/answerer.ts";
import type { Command } from "../../../src/flows/request/click.ts";
import type { Raw } from "../../../src/flows/request/raw-draft.ts";
import { ann } from "../data/people.ts";
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

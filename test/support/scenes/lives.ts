import { toRawDraft } from "../../../src/flows/intake/to-raw-draft.ts";
import { parseRequestId, type RequestId } from "../../../src/flows/model/ids.ts";
import type { PendingChange } from "../../../src/flows/model/pending.ts";
import type { GivenApproval } from "../../../src/flows/request/given-approval.ts";
import type { Request } from "../../../src/flows/request/request.ts";
import { changesPolicies } from "../../../src/flows/step-kinds/facts.ts";
import type { World } from "../fakes/world.ts";
import { valueIn } from "../value-in.ts";
import { edit } from "./edits.ts";
import { requestOf } from "./releases.ts";

/** One activation: what went live with it, and by whose approvals. */
interface Live {
  readonly comment: string;
  readonly changes: readonly PendingChange[];
  readonly given: readonly GivenApproval[];
  /** Requests of which the bot or its runner had begun a part at that moment, and not all of it. */
  readonly halfMade: readonly RequestId[];
}

/** Watches each activation of the runner: what goes live with it, and by whose approvals. */
export function watchActivations(world: World): readonly Live[] {
  const lives: Live[] = [];
  let before: readonly PendingChange[] = [];
  let halfMade: readonly RequestId[] = [];
  function look(): void {
    before = world.workday.tenant.pending();
    halfMade = world.store
      .peekAll()
      .filter(isHalfMade)
      .map(({ id }) => id);
    world.runner.beforeNext("activate", look);
  }
  function note(): void {
    const comment = world.workday.tenant.activations.at(-1) ?? "";
    const id = valueIn(parseRequestId(comment.slice(0, 12)));
    const { approval } = requestOf(world, id);
    lives.push({ comment, changes: before, given: approval?.given ?? [], halfMade });
    world.runner.afterNext("activate", note);
  }
  look();
  world.runner.afterNext("activate", note);
  return lives;
}

function isHalfMade({ begun, finished, plan, phase }: Request): boolean {
  const isOpen = phase.kind !== "done" && phase.kind !== "ended";
  return (
    isOpen &&
    plan.some(
      ({ name }) => !finished.includes(name) && begun.includes(name) && changesPolicies(name),
    )
  );
}

/** Its requester asks for another domain. */
export async function editDomain(world: World, request: RequestId, domain: string): Promise<void> {
  const { draft, askedBy: by } = requestOf(world, request);
  if (draft.kind !== "create") return;
  const permissions = { Get: [domain], Put: [], View: [], Modify: [] };
  await edit(world, toRawDraft({ ...draft, permissions }), { by, request });
}

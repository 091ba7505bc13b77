import { err, ok, type Result } from "../../../result.ts";
import { refuse, type StepContext, type StepResult } from "../../lifecycle/step-context.ts";
import { type Away, type Fault, isAway } from "../../model/fault.ts";
import { retryRead, retryUnreachable } from "../../ports/retry.ts";

/** One thing in the tenant that can only be written as a whole. */
export interface Document<Thing> {
  /** Such as `the policy of Worker Data: Workers`. */
  readonly words: string;
  readonly find: () => Promise<Result<Thing | undefined, Fault>>;
  readonly put: (thing: Thing) => Promise<Result<void, Fault>>;
  /** Empty where both mean the same. */
  readonly listChanges: (before: Thing, after: Thing) => readonly string[];
}

interface Change<Thing> {
  /** As it was when the change was thought out. */
  readonly first: Thing;
  readonly meant: Thing;
}

/**
 * Makes one change to a thing that is written as a whole, and to nothing else in it: read once more right
 * before the write, stop when it is not as it was, write, read back, compare. What differs afterwards is
 * said and never mended by writing again. Safe to repeat: a change that is there already is not written.
 *
 * A write of whose outcome nobody heard, and of which nothing shows, is waited for as what is away is. The next try begins
 * with a reading of its own; where the first write lands after all, both have written the same.
 *
 * Between the last reading and the write somebody may still change it: the service knows no precondition.
 */
export async function readModifyWrite<Thing>(
  { deps }: StepContext,
  whole: Document<Thing>,
  { first, meant }: Change<Thing>,
): Promise<StepResult> {
  if (whole.listChanges(first, meant).length === 0) return ok({});
  const written = await retryUnreachable(deps.clock, () => putUnchanged(whole, { first, meant }));
  if (!written.ok && written.error.kind !== "unknown") return written;
  if (written.ok && written.value.length > 0) {
    return refuse(
      `Somebody changed ${whole.words} while the bot was about to: ${describeChanges(written.value)}. Nothing was written. Look at it in Workday, then press Try again.`,
    );
  }
  const after = await retryRead(deps.clock, whole.find);
  if (!after.ok) return after;
  const unheard = written.ok || !isAway(written.error) ? undefined : written.error;
  return judge(whole, { first, meant, unheard }, after.value);
}

/** @returns what changed since the first reading: then nothing was written. */
async function putUnchanged<Thing>(
  whole: Document<Thing>,
  { first, meant }: Change<Thing>,
): Promise<Result<readonly string[], Fault>> {
  const now = await whole.find();
  if (!now.ok) return now;
  const changes = now.value === undefined ? ["it is gone"] : whole.listChanges(first, now.value);
  if (changes.length > 0) return ok(changes);
  const put = await whole.put(meant);
  return put.ok ? ok([]) : put;
}

function judge<Thing>(
  whole: Document<Thing>,
  { first, meant, unheard }: Change<Thing> & { readonly unheard: Away | undefined },
  after: Thing | undefined,
): StepResult {
  const changes = after === undefined ? ["it is gone"] : whole.listChanges(meant, after);
  if (changes.length === 0) return ok({});
  const isUntouched = after !== undefined && whole.listChanges(first, after).length === 0;
  if (isUntouched && unheard !== undefined) return err(unheard);
  return refuse(
    isUntouched
      ? `Workday shows ${whole.words} as it was before the write. Look at it in Workday, then press Try again.`
      : `Workday shows ${whole.words} otherwise than the bot wrote it: ${describeChanges(changes)}. The bot does not write it again. Look at it in Workday before anybody activates.`,
  );
}

const mostSaid = 5;

function describeChanges(changes: readonly string[]): string {
  const said = changes.slice(0, mostSaid).join("; ");
  return changes.length > mostSaid ? `${said}; and ${changes.length - mostSaid} more` : said;
}

import type { Fault } from "../model/fault.ts";
import { formatUtc, type PersonId } from "../model/ids.ts";
import type { FlowDeps } from "../ports/deps.ts";
import { retryRead } from "../ports/retry.ts";
import type { Matter, Notice } from "../request/notice.ts";
import { shortName } from "../request/passkey.ts";

/**
 * Posts what the channels have yet to hear. A notice is claimed for a moment, looked for in the channel and
 * posted when it is not there, so a crash between any two of these posts nothing twice and loses nothing. One of a
 * tenant that is not configured any more waits until it is back.
 */
export async function postNotices(deps: FlowDeps): Promise<void> {
  for (;;) {
    const notice = await deps.watch.claim(deps.clock.now());
    if (notice === undefined) return;
    if (!deps.isConfigured(notice.tenant)) continue;
    const posted = await retryRead(deps.clock, () => deps.announcer.post(notice));
    if (posted.ok) {
      await tellOwner(deps, notice);
      await deps.watch.settle(notice.key);
    } else describeUnposted(deps, notice, posted.error);
  }
}

function describeUnposted({ log }: FlowDeps, { tenant }: Notice, error: Fault): void {
  if (error.kind === "rejected" && error.isLogged === true) return;
  const { outside, kind: fault } = error;
  log.warn({ tenant, outside, fault }, "cannot post an alarm");
}

/** Whom Slack does not let the bot write to holds nothing up: the channel says it too. A crash tells twice. */
async function tellOwner(deps: FlowDeps, { matter, tenant }: Notice): Promise<void> {
  const message = messageFor(matter, deps.contextOf(tenant).tenant.label);
  if (message === undefined) return;
  const told = await deps.announcer.tell(message.to, message.words);
  if (told.ok) return;
  const { outside, kind } = told.error;
  deps.log.warn({ tenant, outside, fault: kind }, "cannot tell an owner directly");
}

interface Direct {
  readonly to: PersonId;
  readonly words: string;
}

/** What one person has to hear besides the channel. */
function messageFor(matter: Matter, label: string): Direct | undefined {
  if (matter.kind === "passkey" && matter.what === "refused") {
    const words = `The passkey ${shortName(matter.credential)} that you registered for approving in ${label} was refused, so it counts for nothing; the tenant's channel says by whom. If it is yours, talk to them, then register it again with \`/workday-isu passkey\`. If it is not, tell an operator of the bot.`;
    return { to: matter.person, words };
  }
  if (matter.kind !== "rotation") return undefined;
  const { userName, owner, dueAt, isOverdue } = matter;
  const when = `${isOverdue ? "was" : "is"} due ${formatUtc(dueAt)}`;
  const words = `The password of the integration user ${userName} (${label}) ${when}. \`/workday-isu rotate ${userName}\` asks for another one.`;
  return { to: owner, words };
}

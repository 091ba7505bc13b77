import { err, ok } from "../../result.ts";
import { checkApprover } from "../authorization/links.ts";
import { expectTold } from "../lifecycle/expect-told.ts";
import { toPasskeyNotice } from "../lifecycle/passkey-notice.ts";
import type { PersonId } from "../model/ids.ts";
import type { FlowDeps } from "../ports/deps.ts";
import type { Durable } from "../ports/engine.ts";
import type { PasskeyOrder, PasskeyReply } from "../ports/passkeys.ts";
import type { Passkey } from "../request/passkey.ts";

/**
 * Refuses one passkey: who may, what is kept, who learns of it. A click is enough, since it makes nothing count. It was
 * written down before it was acknowledged; a crash between deciding and answering answers that it waits no more.
 */
export async function handlePasskey(
  deps: FlowDeps,
  durable: Durable,
  order: PasskeyOrder,
): Promise<void> {
  const reply = await durable.step("decide", () => decide(deps, order));
  await durable.step("answer", async () => {
    const answered = await deps.answerer.answerPasskey(order, reply);
    if (answered.ok) return;
    const { outside, kind: fault } = answered.error;
    deps.log.warn({ outside, fault }, "cannot answer who refused a passkey");
  });
}

/** Tells that an order broke each time: the passkey waits as before, unless the order came as far as that. */
export async function giveUpPasskey(
  { passkeys, answerer }: Pick<FlowDeps, "passkeys" | "answerer">,
  order: PasskeyOrder,
): Promise<void> {
  const found = await passkeys.find(order.credential);
  const reply: PasskeyReply = err(found?.state === "waiting" ? "given-up" : "not-waiting");
  expectTold(await answerer.answerPasskey(order, reply));
}

async function decide(deps: FlowDeps, { by, credential }: PasskeyOrder): Promise<PasskeyReply> {
  const found = await deps.passkeys.find(credential);
  if (found?.state !== "waiting") return err("not-waiting");
  if (!deps.isConfigured(found.tenant)) return err("tenant-gone");
  const allowed = await mayRefuse(deps, found, by);
  if (!allowed.ok) return allowed;
  const notice = toPasskeyNotice(found, deps.clock.now(), { what: "refused", by });
  const isRefused = await deps.passkeys.refuse({ credential, by, notice });
  return isRefused ? ok(found) : err("not-waiting");
}

/** Approvers by their own right, and whose name the passkey is in: nobody knows better whether it is theirs. */
async function mayRefuse(
  deps: FlowDeps,
  { person, tenant }: Passkey,
  by: PersonId,
): ReturnType<typeof checkApprover> {
  return by === person ? ok(undefined) : checkApprover(deps, by, deps.contextOf(tenant).tenant);
}

import { isTold, type Play, titleOf } from "./play.ts";

/** Opens the window in which Bob hands his approvals on. */
export async function openDelegation({ slack, bob }: Play): Promise<void> {
  await bob.closeAll();
  await bob.command("/workday-isu", "delegate");
  await slack.until(() => titleOf(bob) === "Delegate approvals", { what: "the window" });
}

/** Lets Cy decide for Bob until tomorrow. */
export async function delegate(play: Play): Promise<void> {
  const { bob, cy } = play;
  await openDelegation(play);
  await bob.fill("to", "cy");
  await bob.fill("until", new Date(Date.now() + 86_400_000).toISOString().slice(0, 10));
  await bob.fill("reason", "Skiing");
  await bob.submit();
  await isTold(play, cy, "You may decide requests in Acme preview");
}

import { formatUtc } from "../model/ids.ts";
import type { DirectMessage } from "../ports/outbox.ts";
import type { Notice } from "../request/notice.ts";
import { shortName } from "../request/passkey.ts";

/** What one person has to hear of a notice besides its channel. */
export function describeOwnersPart(
  { key, matter }: Notice,
  label: string,
): readonly DirectMessage[] {
  if (matter.kind === "passkey" && matter.what === "refused") {
    const words = `The passkey ${shortName(matter.credential)} that you registered for approving in ${label} was refused, so you cannot approve with it; the tenant's channel says who refused it. If it is yours, talk to them, then register it again with \`/workday-isu passkey\`. If it is not, tell an operator of the bot.`;
    return [{ key, person: matter.person, words }];
  }
  if (matter.kind !== "rotation") return [];
  const { userName, owner, dueAt, isOverdue } = matter;
  const when = `${isOverdue ? "was" : "is"} due ${formatUtc(dueAt)}`;
  const words = `The password of the integration user ${userName} (${label}) ${when}. \`/workday-isu rotate ${userName}\` asks for another one.`;
  return [{ key, person: owner, words }];
}

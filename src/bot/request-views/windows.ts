import { type Instant, later } from "../../flows/model/ids.ts";
import type { ApprovalAsked } from "../../flows/request/approval-asked.ts";
import { isOfPlan } from "../../flows/tasks/step.ts";
import type { ChangeWindow } from "../../flows/tenant/change-window.ts";
import { approvalDeadline } from "../../flows/tenant/deadline.ts";
import type { Reopening } from "../../flows/tenant/effect-times.ts";
import type { Tenant } from "../../flows/tenant/tenant.ts";
import { truncate } from "../../flows/text/truncate.ts";
import { describeReopening } from "../../flows/wording/describe-reopening.ts";
import { type Block, expandedSection, section } from "../blocks/block.ts";
import { escape, moment } from "../blocks/mrkdwn.ts";

/** When a tenant may be changed, as the configuration has it; nothing where that is always. */
export function changeWindows({ changeWindows: windows }: Tenant): Block[] {
  if (windows.length === 0) return [];
  return [section(`*Activated in change windows only:* ${describeWindows(windows)}.`)];
}

type Shown = Partial<Reopening> & Pick<ApprovalAsked, "step" | "isEmergency">;

function describeEmergency(opensAt: Instant): string {
  return `⚠️ *EMERGENCY: no change window is open before ${moment(opensAt)}.* Approved by two people, the roll back takes effect at once all the same.`;
}

/** What an approver has to know of the windows before they decide. */
export function windowsBeforeApproval(
  tenant: Tenant,
  { opensAt, freeze, step, isEmergency }: Shown,
): Block[] {
  if (opensAt === undefined) return changeWindows(tenant);
  if (isEmergency === true) return [expandedSection(describeEmergency(opensAt))];
  // A tenant without windows that is frozen opens with the end of the freeze.
  const opening =
    tenant.changeWindows.length === 0 ? "when the freeze ends" : "when the next window opens";
  const lifeMs = approvalDeadline(opensAt, tenant, isOfPlan(step)) - opensAt;
  const tooEarly = moment(later(opensAt, -lifeMs));
  return [
    ...changeWindows(tenant),
    section(
      `${describeFreeze(freeze)}Approved before then, it is activated ${opening}: *${moment(opensAt)}*. What is pending is looked at once more right then. An approval given before ${tooEarly} would be too old by then, and be asked for again.`,
    ),
  ];
}

/** What a request waits for that is approved outside of the windows. */
export function windowCard(tenant: Tenant, opening: Reopening): Block[] {
  return [
    section(
      `*Approved, and waiting for ${tellReopening(opening)}.* Nobody has to do anything. When it opens, the bot checks again who approved and what is pending, and only then goes on. Until then an approver can deny it, also one who approved, and the requester can withdraw it.`,
    ),
    ...changeWindows(tenant),
  ];
}

/** What a person has to know of the window before they activate. */
export function windowOfTask({
  windowClosesAt,
  isWindowOver = false,
}: {
  readonly windowClosesAt?: Instant;
  readonly isWindowOver?: boolean;
}): Block[] {
  if (windowClosesAt === undefined) return [];
  const words = isWindowOver
    ? `*The change window closed ${moment(windowClosesAt)}.* Do not activate now. If you did it in time, press Done. If not, press I can't; with Try again it waits for the next window.`
    : `*Activate before the change window closes: ${moment(windowClosesAt)}.*`;
  return [section(words)];
}

/** What an approved request waits for, in `mrkdwn`. */
export function tellReopening(opening: Reopening): string {
  return describeReopening(opening, { tell: moment, quote: escape });
}

function describeFreeze(freeze: string | undefined): string {
  return freeze === undefined ? "" : `*Changes are frozen: ${escape(freeze)}.* `;
}

function describeWindows(windows: readonly ChangeWindow[]): string {
  const said = windows.map(
    ({ days, from, until, timeZone }) => `${days.join(", ")} ${from} to ${until} (${timeZone})`,
  );
  return escape(truncate(said.join("; "), 1500));
}

import type { PendingChange } from "../model/pending.ts";
import type { ExpectedChange } from "../planning/expected-changes.ts";
import { markDomain } from "../tenant/flag-security-domain.ts";
import type { Tenant } from "../tenant/tenant.ts";
import { count } from "../text/count.ts";
import { describeOthersChange } from "../wording/describe-change.ts";
import type { FollowingBar } from "./following-bars.ts";
import type { WhyAsked } from "./follows-plan.ts";
import type { ApprovalObstacle } from "./obstacle.ts";

/** Lines that a card keeps of one reason: the rest stands below it, among what goes live. */
const mostLines = 20;

/** Why an approver is asked again, for the top of the card: a sentence, and what of it is different. */
// oxlint-disable-next-line complexity -- one arm for each reason
export function describeWhyAsked(why: WhyAsked, tenant: Tenant): readonly string[] {
  switch (why.kind) {
    case "barred":
      return [describeBar(why.bar, tenant)];
    case "not-covered":
      return ["The plan was approved by a card that said nothing of its activation."];
    case "spent":
      return ["Earlier approvals do not count any more: the thread says why."];
    case "obstacle":
      return [describeObstacle(why.obstacle)];
    case "cannot-see":
      return ["The bot cannot see what is pending."];
    case "missing":
      return cut(
        `${count(why.changes.length, "change")} of this request not seen pending:`,
        why.changes.map(nameExpected),
      );
    case "of-others":
      return cut(
        `${count(why.changes.length, "change")} that nobody approved:`,
        why.changes.map((one) => describeOthersChange(one) + markDomain(one.policy, tenant)),
      );
    case "other-requests":
      return [`Changes of other requests: ${why.others.map(({ id }) => id).join(", ")}.`];
    case "other-maker":
      return cut(
        `${count(why.changes.length, "change")} of this request not made by the account that carries out its plan:`,
        why.changes.map(nameMaker),
      );
    case "not-as-asked":
      return cut(
        "Not seen as asked:",
        why.items.map(({ words }) => words),
      );
  }
}

function cut(title: string, lines: readonly string[]): readonly string[] {
  const rest = lines.length - mostLines;
  const shown = lines.slice(0, mostLines).map((line) => `• ${line}`);
  return [title, ...shown, ...(rest > 0 ? [`• and ${rest} more`] : [])];
}

function describeBar(bar: FollowingBar, { label }: Tenant): string {
  switch (bar) {
    case "own-approval":
      return "The configuration asks for an approval of the activation by now.";
    case "production":
      return `${label} is a production tenant: its activations are approved by themselves.`;
    case "by-a-person":
      return "A person carries out steps of the plan.";
    case "runner-unknown":
      return "The configuration does not say by which account the runner works.";
    case "choice-left":
      return "Whoever carries out the plan chooses the action of a business process.";
    case "nothing-to-see":
      return "The plan changes nothing that could be seen pending.";
  }
}

function describeObstacle(obstacle: ApprovalObstacle): string {
  switch (obstacle.kind) {
    case "window-closed":
      return "No change window is open, or a freeze holds.";
    case "approval-lapsed":
      return obstacle.why.isTooOld === true
        ? "The plan was approved longer ago than an approval counts."
        : "Who approved the plan may not any more, or more people are asked for by now.";
    case "approval-void":
      return "The account is in other groups than when the plan was approved.";
    case "fault":
      return `Whether the approval of the plan counts could not be seen. ${obstacle.error.words}`;
  }
}

function nameExpected(one: ExpectedChange): string {
  const what = one.kind === "domain" ? `${one.access}: ${one.domain}` : one.policy;
  return `${what} (${one.change}) for ${one.securityGroup}`;
}

function nameMaker(change: PendingChange): string {
  const maker = change.changedBy ?? "an account that is not shown";
  return `${change.policy} (${change.change}) for ${change.securityGroup}, by ${maker}`;
}

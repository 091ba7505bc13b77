import { type RequestId, theRest } from "../../flows/model/ids.ts";
import { listMemberRequests } from "../../flows/request/other-request.ts";
import type { ApprovalWait, ReleaseWait } from "../../flows/request/phase.ts";
import type { Request } from "../../flows/request/request.ts";
import { countFor } from "../../flows/request/waits.ts";
import { activatesPolicies } from "../../flows/step-kinds/facts.ts";
import { approvalSteps, type StepName } from "../../flows/tasks/step.ts";
import { count } from "../../flows/text/count.ts";
import { type Block, section } from "../blocks/block.ts";
import { link } from "../blocks/mrkdwn.ts";
import { fitLines } from "../blocks/slack-limits.ts";

/** Addresses of the messages of other requests, as far as they are known. */
export type Links = ReadonlyMap<RequestId, string>;

/** What a request waits for that goes live with others, or after them. */
export function releaseWaitCard(
  { heldAt, release, for: others }: ReleaseWait,
  links: Links | undefined,
): Block[] {
  if (release !== undefined) {
    return [
      section(
        `*It goes live with the release ${toLink(release, links)}*: one card, one approval and one activation for all requests that wait together. Nobody has to do anything here. Until it is activated an approver can deny this request, and its requester can withdraw it: then the others are asked for without it.`,
      ),
    ];
  }
  const whom = others.length === 0 ? "other requests of the tenant" : nameAll(others, links);
  const words = describeHeld(heldAt);
  return [section(`*Waiting for ${whom}.* ${words}`)];
}

function describeHeld(heldAt: StepName): string {
  if (approvalSteps.some((approval) => approval === heldAt))
    return "What comes to its activation meanwhile is shown to the approvers together, in one card. Nobody has to do anything.";
  return activatesPolicies(heldAt)
    ? "What these have begun to change in the tenant is finished first, so that nothing goes live half made. Then the bot looks again: if anything else is pending than what was approved, the approvers are asked again. Nobody has to do anything."
    : "What is pending in the tenant is shown to the approvers, or is being activated, so nothing more is made pending until its outcome. Nothing of this step has been done, and it goes on by itself.";
}

/** What the parts of a card are, and what each still needs: of a release, where its requests are. */
export function partsCard(
  request: Pick<Request, "id" | "members">,
  { asked, given }: ApprovalWait,
  links: Links | undefined,
): Block[] {
  const { parts } = asked;
  if (parts === undefined) return [];
  const missing = parts
    .map((part) => ({ part: part.request, more: part.needed - countFor(part.request, given) }))
    .filter(({ more }) => more > 0)
    .map(({ part, more }) => `${namePart(request, part, links)} (${more} more)`);
  return [
    section(request.members === undefined ? apart : tellMembers(asked, links)),
    ...(given.length === 0 || missing.length === 0
      ? []
      : [section(`*Still needed before anything is activated:* ${cut(missing)}.`)]),
  ];
}

const apart =
  "*What is pending besides this request has approvers of its own*: the tenant's, and not those of a recipe; another request's by that request's rules as well. One approval here counts for every part that the approver may decide on.";

function tellMembers({ others }: ApprovalWait["asked"], links: Links | undefined): string {
  const members = listMemberRequests(others).map(({ id }) => id);
  return `*Each request has its own message*, where it is denied or withdrawn: ${nameAll(members, links)}. One approval here counts for every request that the approver may decide on. *Ask a question* is about one of them: it leaves the release until it is answered.`;
}

function namePart(
  { id, members }: Pick<Request, "id" | "members">,
  part: RequestId,
  links: Links | undefined,
): string {
  if (part === id) return members === undefined ? "this request" : "the rest";
  return part === theRest ? "the rest" : toLink(part, links);
}

function nameAll(ids: readonly RequestId[], links: Links | undefined): string {
  return cut(ids.map((id) => toLink(id, links)));
}

const mostNames = 2000;

function cut(names: readonly string[]): string {
  const { text, left } = fitLines(names, mostNames);
  const listed = text.replaceAll("\n", ", ");
  return left === 0 ? listed : `${listed} and ${count(left, "other")}`;
}

function toLink(id: RequestId, links: Links | undefined): string {
  const address = links?.get(id);
  return address === undefined ? id : link(address, id);
}

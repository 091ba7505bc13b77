import { isAboutSegments } from "../../flows/kinds/facts.ts";
import { accountOf, type Draft } from "../../flows/request/draft.ts";
import type { Recorded } from "../../flows/request/event.ts";
import type { Request } from "../../flows/request/request.ts";
import type { Catalogue } from "../../flows/tenant/catalogue.ts";
import { describePlanned, listGivenUp } from "../../flows/wording/step-text.ts";
import { type Block, type Modal, plainSections, section } from "../blocks/block.ts";
import type { RareSpec } from "../blocks/button-row.ts";
import { notice } from "../blocks/notice.ts";
import { showAllPermissions } from "../blocks/permissions.ts";
import { typeStatus } from "../blocks/typed-commands.ts";
import { actions } from "../payloads/action-ids.ts";
import { serializeMetadata } from "../payloads/metadata.ts";
import { explainDecided } from "./domain-notes.ts";
import { describeHeadline } from "./headline.ts";
import { listProbes } from "./probes.ts";
import { showAllSegments } from "./segments.ts";
import { showReferences } from "./sign-on.ts";
import { listVerdict } from "./verdict.ts";

/** Opens everything that the message leaves out. */
export function detailsButton({ id, phase }: Request): RareSpec {
  const isOver = phase.kind === "done" || phase.kind === "ended";
  return {
    id: actions.showDetails,
    text: isOver ? "Show the details" : "Show the plan",
    value: serializeMetadata({ request: id }),
  };
}

interface Detailed {
  readonly request: Request;
  readonly story: readonly Recorded[];
}

/** What a request's message leaves out: its plan step by step, what Workday calls what was made, and what reads showed. */
export function listDetails({ request, story }: Detailed): Block[] {
  const { references, probes = [], verification } = request.facts;
  return [
    ...plainSections(listPlan(request, story)),
    ...showReferences(references, 3000),
    ...(probes.length === 0 ? [] : [section("*What reads showed.* A Get probe proves Get only:")]),
    ...plainSections(listProbes(probes, verification)),
  ];
}

function listPlan(request: Request, story: readonly Recorded[]): readonly string[] {
  const givenUp = listGivenUp(story);
  const lines = request.plan.map(
    (step, index) => `${index + 1}. ${describePlanned(step, request, givenUp)}`,
  );
  const title = request.closing === undefined ? "Plan:" : "Clean-up:";
  return [title, ...(lines.length === 0 ? ["nothing"] : lines)];
}

/** Everything behind the message, in a window: 100 blocks are Slack's limit for one. */
export function detailsWindow(detailed: Detailed, catalogue: Catalogue): Modal {
  const { request } = detailed;
  const all = [
    ...listDetails(detailed),
    ...plainSections(explainDecided(request, catalogue)),
    ...showAllAsked(request.draft),
    ...listVerdict(request),
  ];
  const kept = all.slice(0, 97);
  const more =
    kept.length === all.length ? [] : [section(`${typeStatus(request.id)} has the rest.`)];
  return notice(describeHeadline(request), [...kept, ...more]);
}

/** What the account may do, in full. */
export function showAllAsked(draft: Draft): Block[] {
  const account = accountOf(draft);
  if (account === undefined) return [];
  const segments = showAllSegments(account);
  return isAboutSegments(account)
    ? segments
    : [...showAllPermissions(account.permissions), ...segments];
}

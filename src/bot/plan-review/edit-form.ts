import type { App } from "@slack/bolt";
import { canEdit, isMadeForGood } from "../../flows/approval/decide-edit.ts";
import { checkCommand } from "../../flows/authorization/access.ts";
import { rulesFor } from "../../flows/authorization/approvers.ts";
import { changesOf } from "../../flows/kinds/changes.ts";
import { accesses, listPermissions } from "../../flows/model/permissions.ts";
import type { Draft } from "../../flows/request/draft.ts";
import type { FieldProblems, Raw } from "../../flows/request/raw-draft.ts";
import type { Request } from "../../flows/request/request.ts";
import type { Catalogue } from "../../flows/tenant/catalogue.ts";
import { askMeant } from "../../flows/text/nearest.ts";
import type { Modal } from "../blocks/block.ts";
import { messages, refusals } from "../blocks/messages.ts";
import { notice } from "../blocks/notice.ts";
import { isField } from "../forms/labels.ts";
import { toRawAgain } from "../kinds/kinds.ts";
import { actions } from "../payloads/action-ids.ts";
import type { BotParts } from "../slack/deps.ts";
import { type FormOrigin, registerFormOf } from "./open-form.ts";
import { type FormFeedback, formAgain } from "./show-plan.ts";

/** *Edit*: the form of an open request, filled with what it asks for, for its requester. */
export function registerEdit(app: App, parts: BotParts): void {
  registerFormOf(app, parts, { id: actions.edit, fill: (asked) => prefill(parts, asked) });
}

/** What is typed into it is kept under a name of its own: until it is confirmed the request is as it is. */
async function prefill(parts: BotParts, { by, request, tenant }: FormOrigin): Promise<Modal> {
  const { deps, directory } = parts;
  const involved = { by, askedBy: request.askedBy, tenant: rulesFor(request, tenant) };
  const may = await checkCommand(directory, "edit", involved);
  if (!may.ok) return notice(refusals[may.error]);
  if (isMadeForGood(request)) return notice(refusals["made-for-good"]);
  if (!canEdit(request)) return notice(refusals["cannot-edit-now"]);
  const raw = await findTyped(parts, request);
  if (raw === undefined) return notice(messages.noDraft);
  const draft = deps.newRequestId();
  await deps.store.keepDraft(draft, {
    by,
    raw,
    edits: { request: request.id, edits: request.edits },
  });
  return formAgain(parts, { id: draft, tenant, raw }, whatIsWrong(parts, request, raw));
}

/** What the request is stuck on, at its field; and the domains that nobody knows, with those that may be meant. */
function whatIsWrong({ deps }: BotParts, { phase, draft }: Request, raw: Raw): FormFeedback {
  if (phase.kind !== "stuck") return {};
  const { field, words } = phase;
  const asksForDomains = "domains" in raw;
  const isAsked =
    field !== undefined &&
    isField(field) &&
    (asksForDomains || !accesses.some((access) => access === field));
  const problems = {
    ...(asksForDomains && findUnknownDomains(deps.catalogue, draft)),
    ...(isAsked && { [field]: words }),
  };
  return Object.keys(problems).length > 0 ? { problems } : { banner: words };
}

/** Of what it adds. What the catalogue does not know may be there all the same: the tenant decides. */
function findUnknownDomains(catalogue: Catalogue, draft: Draft): FieldProblems {
  const names = catalogue.domains.map(({ name }) => name);
  const unknown = changesOf(draft)
    .flatMap(({ added }) => listPermissions(added))
    .filter(({ domain }) => catalogue.find(domain) === undefined);
  return Object.fromEntries(
    accesses.flatMap((access) => {
      const own = unknown.filter((one) => one.access === access);
      if (own.length === 0) return [];
      const sentences = own.map(({ domain }) => `"${domain}".${askMeant(domain, names)}`);
      return [[access, `The catalogue does not know ${sentences.join(" Nor ")}`]];
    }),
  );
}

/** What the request asks for, as it would be typed; or what was typed for it, where that is all there is. */
async function findTyped(
  { deps }: BotParts,
  { id, draft, lastEdit, askedBy }: Request,
): Promise<Raw | undefined> {
  const again = toRawAgain(draft);
  if (again !== undefined) return again;
  const kept = await deps.store.findDraft(lastEdit?.typed ?? id);
  return kept?.by === askedBy ? kept.raw : undefined;
}

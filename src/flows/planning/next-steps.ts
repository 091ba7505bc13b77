import { kindOf } from "../kinds/kinds.ts";
import type { TenantName } from "../model/ids.ts";
import { groupToActivate } from "../model/segments.ts";
import { type AccountDraft, accountOf, type Draft } from "../request/draft.ts";
import type { Recipe } from "../tenant/recipe.ts";
import { listAfterwards } from "../tenant/recipe-requirements.ts";

/** Kinds of request that another one leads to: each is the name of its command. */
export const nextStepKinds = ["activate-group", "api-client", "segments"] as const;

/** What the button says that asks for it. */
export const nextStepTitles: Readonly<Record<(typeof nextStepKinds)[number], string>> = {
  "activate-group": "Activate the group",
  "api-client": "Ask for an API client",
  segments: "Ask for access by segments",
};

/** What is typed to ask for it, to stand before the account's name. */
export function commandFor(kind: (typeof nextStepKinds)[number]): string {
  return `/workday-isu ${kind}`;
}

/** Whose account it is about. */
interface OfAccount {
  readonly tenant: TenantName;
  readonly userName: string;
}

/** What a guide asks for besides. */
interface OfGuide {
  readonly vendor: string;
  /** Why the guide calls it optional; absent where it is needed. */
  readonly optional?: string;
}

/** What is still missing when a request is carried out, and is asked for by itself. */
export type NextStep = OfAccount &
  (
    | {
        readonly kind: "activate-group";
        /** It was made inactive: the account's own group, or its segment-based one. */
        readonly groupName: string;
      }
    /** The account has no client. */
    | ({ readonly kind: "api-client" } & OfGuide)
    /** Nothing of the account is behind segments. */
    | ({ readonly kind: "segments"; readonly by: string } & OfGuide)
  );

/**
 * What the account of a request lacks once the request is carried out, in the order in which it is asked for.
 *
 * @param recipe the one that the account was filled from, as it is now
 */
export function listNextSteps(draft: Draft, recipe: Recipe | undefined): readonly NextStep[] {
  const account = accountOf(draft);
  if (account === undefined || kindOf(account).ends === "account") return [];
  return [
    ...listInactive(account),
    ...(recipe === undefined
      ? []
      : [...missingClient(account, recipe), ...missingSegments(account, recipe)]),
  ];
}

/**
 * What the guide asks somebody to do once a new account is there, and the bot does not: one a line.
 *
 * @param recipe the one that the account was filled from, as it is now
 */
export function listTasksAfterwards(draft: Draft, recipe: Recipe | undefined): readonly string[] {
  if (recipe === undefined || kindOf(draft).makes !== "account") return [];
  return listAfterwards(recipe);
}

/** One at a time, the account's own before its segment-based one: so the command activates them. */
function listInactive(account: AccountDraft): readonly NextStep[] {
  const { tenant, userName, isGroupInactive, segmented } = account;
  const isOfSegments = isGroupInactive !== true;
  const isInactive = kindOf(account).ends !== "segments" && segmented?.isInactive === true;
  if (isOfSegments && !isInactive) return [];
  const groupName = groupToActivate({ ...account, ...(isOfSegments && { isOfSegments }) });
  return [{ kind: "activate-group", tenant, userName, groupName }];
}

/** Only a client that is registered for integrations belongs to the account, and the bot takes its values. */
function missingClient(
  { tenant, userName, client }: AccountDraft,
  { apiClient, vendor }: Recipe,
): readonly NextStep[] {
  if (client !== undefined || apiClient?.task !== "Register API Client for Integrations") return [];
  return [{ kind: "api-client", tenant, userName, ...ofGuide(vendor, apiClient) }];
}

/** Those that a request just ended are not missing. */
function missingSegments(
  { tenant, userName, segmented }: AccountDraft,
  { segments, vendor }: Recipe,
): readonly NextStep[] {
  if (segmented !== undefined || segments === undefined) return [];
  const { by } = segments;
  return [{ kind: "segments", tenant, userName, by, ...ofGuide(vendor, segments) }];
}

function ofGuide(vendor: string, { optional }: Pick<OfGuide, "optional">): OfGuide {
  return { vendor, ...(optional !== undefined && { optional }) };
}

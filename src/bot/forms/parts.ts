import { isDeepStrictEqual } from "node:util";
import { plainGroup } from "../../flows/model/group-settings.ts";
import { plainSignOn } from "../../flows/model/sign-on.ts";
import type { RawDraft } from "../../flows/request/raw-draft.ts";
import type { Recipe } from "../../flows/tenant/recipe.ts";
import { actions } from "../payloads/action-ids.ts";
import { listFields } from "./field.ts";
import { groupSettings } from "./group-fields.ts";
import { filledIn, formPage, type PartOfForm } from "./pages.ts";
import { keepProcesses, processes, tellProcesses, typedProcessesBlock } from "./process-field.ts";
import {
  areChoicesAsked,
  areChoicesLeft,
  choices,
  describeChoices,
  keepChoices,
} from "./recipe-choices.ts";
import {
  isTimeoutAsBegun,
  keepSessionTimeout,
  sessionTimeout,
  sessionTimeoutBlock,
} from "./session-timeout-field.ts";
import { signOn } from "./sign-on-fields.ts";
import { areUiSessionsAsBegun, keepUiSessions, uiSessions } from "./ui-sessions-field.ts";

interface FilledFrom {
  readonly raw: Parameters<typeof isTimeoutAsBegun>[0] & Parameters<typeof areUiSessionsAsBegun>[0];
  readonly recipe?: Recipe;
}

export const choicesPart = {
  ...formPage({
    page: "guide",
    fields: choices,
    isIn: areChoicesAsked,
    keep: keepChoices,
  }),
  id: actions.choicesOfGuide,
  title: "Domain choices",
  describe: describeChoices,
  isOffered: areChoicesLeft,
} as const;

/** How long it stays signed on, whether in a browser, and by what. */
export const settingsPart = {
  ...formPage({
    page: "settings",
    fields: listFields(sessionTimeout).and(uiSessions).and(signOn),
    isIn: (inputs) => inputs.has(sessionTimeoutBlock),
    keep: (before: RawDraft) => ({
      ...keepSessionTimeout(before),
      ...keepUiSessions(before),
      ...(before.signOn && { signOn: before.signOn }),
    }),
  }),
  id: actions.moreSettings,
  title: "More settings",
  describe: ({ raw, tenant: { exemptFromPasswordExpiry = false }, recipe }) => {
    const plain = { ...plainSignOn, exemptFromPasswordExpiry };
    const isPlain = raw.signOn === undefined || isDeepStrictEqual(raw.signOn, plain);
    const isAsBegun = isTimeoutAsBegun(raw, recipe) && areUiSessionsAsBegun(raw, recipe);
    return isPlain && isAsBegun ? undefined : filledIn;
  },
} as const satisfies PartOfForm<Parameters<typeof signOn.show>[0] & FilledFrom>;

export const groupPart = {
  ...formPage({
    page: "group",
    fields: groupSettings,
    isIn: (inputs) => inputs.has("groupType"),
    keep: ({ group }: RawDraft) => (group === undefined ? {} : { group }),
  }),
  id: actions.groupSettings,
  title: "Group settings",
  describe: ({ raw: { group = plainGroup } }) =>
    isDeepStrictEqual(group, plainGroup) ? undefined : filledIn,
} as const satisfies PartOfForm<Parameters<typeof groupSettings.show>[0]>;

export const processesPart = {
  ...formPage({
    page: "processes",
    fields: processes,
    isIn: (inputs) => inputs.has(typedProcessesBlock),
    keep: keepProcesses,
  }),
  id: actions.processSettings,
  title: "Business processes",
  describe: tellProcesses,
} as const;

type ShownWithParts = Parameters<typeof choicesPart.describe>[0] &
  Parameters<typeof settingsPart.describe>[0] &
  Parameters<typeof groupPart.describe>[0] &
  Parameters<typeof processesPart.describe>[0];

/** The pages behind the first of the form for a new integration user. */
export const createParts: readonly PartOfForm<ShownWithParts>[] = [
  choicesPart,
  settingsPart,
  groupPart,
  processesPart,
];

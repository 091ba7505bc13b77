import { isDeepStrictEqual } from "node:util";
import { plainGroup } from "../../flows/model/group-settings.ts";
import { plainSignOn } from "../../flows/model/sign-on.ts";
import type { RawDraft } from "../../flows/request/raw-draft.ts";
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
  keepSessionTimeout,
  sessionTimeout,
  sessionTimeoutBlock,
} from "./session-timeout-field.ts";
import { signOn } from "./sign-on-fields.ts";
import { keepUiSessions, uiSessions } from "./ui-sessions-field.ts";

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
  describe: ({ raw, tenant: { exemptFromPasswordExpiry = false } }) => {
    const plain = { ...plainSignOn, exemptFromPasswordExpiry };
    const isPlain = raw.signOn === undefined || isDeepStrictEqual(raw.signOn, plain);
    return isPlain ? undefined : filledIn;
  },
} as const satisfies PartOfForm<Parameters<typeof signOn.show>[0]>;

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

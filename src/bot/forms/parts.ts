import type { FieldProblems } from "../../flows/request/raw-draft.ts";
import { type ButtonSpec, buttons } from "../blocks/block.ts";
import { actions } from "../payloads/action-ids.ts";
import { type FormField, listFields } from "./field.ts";
import { type EnteredInParts, foldable, type Part } from "./foldable.ts";
import { groupSettings } from "./group-fields.ts";
import {
  areProcessesNamed,
  keepProcesses,
  processes,
  typedProcessesBlock,
} from "./process-field.ts";
import { segmentPart } from "./segment-fields.ts";
import {
  keepSessionTimeout,
  sessionTimeout,
  sessionTimeoutBlock,
} from "./session-timeout-field.ts";
import { tokensPart } from "./settings-fields.ts";
import { signOn } from "./sign-on-fields.ts";
import { keepUiSessions, uiSessions } from "./ui-sessions-field.ts";

/** How long it stays signed on, whether in a browser, and by what. */
export const settingsPart = foldable({
  part: "settings",
  fields: listFields(sessionTimeout).and(uiSessions).and(signOn),
  mark: sessionTimeoutBlock,
  holdsSomething: ({ raw }) => raw.signOn !== undefined,
  keep: (before) => ({
    ...keepSessionTimeout(before),
    ...keepUiSessions(before),
    ...(before.signOn && { signOn: before.signOn }),
  }),
});

export const groupPart = foldable({
  part: "group",
  fields: groupSettings,
  mark: "groupType",
  holdsSomething: ({ raw }) => raw.group !== undefined,
  keep: ({ group }) => (group === undefined ? {} : { group }),
});

export const processesPart = foldable({
  part: "processes",
  fields: processes,
  mark: typedProcessesBlock,
  holdsSomething: areProcessesNamed,
  keep: keepProcesses,
});

/** Each part with its button, and what that says while the part is shown and while it is not. */
const ofCreate = [
  { ...settingsPart, id: actions.moreSettings, more: "More settings", fewer: "Fewer settings" },
  { ...groupPart, id: actions.groupSettings, more: "Group settings", fewer: "Hide group settings" },
  {
    ...processesPart,
    id: actions.processSettings,
    more: "Business processes",
    fewer: "Hide business processes",
  },
] as const;

/** What a part's button carries while the part is shown. */
const hide = "hide";

type ShownWithParts = Parameters<typeof settingsPart.show>[0] &
  Parameters<typeof groupPart.show>[0] &
  Parameters<typeof processesPart.show>[0];

/** Shows a part, or hides it again: what it holds is kept either way. */
export const partButtons: FormField<ShownWithParts, object, object, EnteredInParts> = {
  labels: {},
  show: (shown, problems) => [
    buttons(ofCreate.map((one) => toButton(one, one.isOpen(shown, problems)))),
  ],
  read: () => ({}),
};

/** The business processes of a form that asks for no other part. */
export const processesButton = foldButton({
  ...processesPart,
  id: actions.processSettings,
  more: "Business processes",
  fewer: "Hide business processes",
});

const more = { id: actions.moreSettings, more: "More settings", fewer: "Fewer settings" } as const;

export const segmentButton = foldButton({ ...segmentPart, ...more });

export const tokensButton = foldButton({ ...tokensPart, ...more });

interface Words {
  readonly id: string;
  readonly more: string;
  readonly fewer: string;
}

function toButton({ id, more: shows, fewer }: Words, isOpen: boolean): ButtonSpec {
  return isOpen ? { id, text: fewer, value: hide } : { id, text: shows, value: "show" };
}

/** Shows the one part of a form, or hides it again. */
function foldButton<Shown>(
  one: Words & {
    readonly isOpen: (shown: Shown, problems: FieldProblems) => boolean;
  },
): FormField<Shown, object, object> {
  return {
    labels: {},
    show: (shown, problems) => [buttons([toButton(one, one.isOpen(shown, problems))])],
    read: () => ({}),
  };
}

/** The parts that there are, each with the button that it stands behind. */
const all = [...ofCreate, { ...segmentPart, ...more }, { ...tokensPart, ...more }];

/** The parts that a window shows once the button of one was pressed. */
export function partsAfter(
  inputs: EnteredInParts["inputs"],
  { action, value }: { readonly action: string; readonly value: string },
): readonly Part[] {
  return all
    .filter(({ id, isIn }) => (id === action ? value !== hide : isIn(inputs)))
    .map(({ part }) => part);
}

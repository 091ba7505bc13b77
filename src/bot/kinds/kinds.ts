import type { DraftOf, RawOf } from "../../flows/kinds/kind.ts";
import type { Draft, DraftKind } from "../../flows/request/draft.ts";
import type { Raw } from "../../flows/request/raw-draft.ts";
import type { Modal } from "../blocks/block.ts";
import type { SentChange } from "../forms/change-fields.ts";
import type { AnyChange, ChangeContent } from "../forms/change-form.ts";
import type { Entered, EnteredFields } from "../forms/field.ts";
import type { FormContent } from "../forms/form-content.ts";
import type { ChangeMetadata } from "../payloads/metadata.ts";
import { activate } from "./activate.ts";
import { activateGroup } from "./activate-group.ts";
import { apiClient } from "./api-client.ts";
import type { ChangeInSlack } from "./change.ts";
import { create } from "./create.ts";
import { disableClient } from "./disable-client.ts";
import { endSegments } from "./end-segments.ts";
import type { KindInSlack } from "./kind.ts";
import { permissions } from "./permissions.ts";
import { replaceToken } from "./replace-token.ts";
import { retire } from "./retire.ts";
import { rollback } from "./rollback.ts";
import { rotate } from "./rotate.ts";
import { segment } from "./segment.ts";
import { settings } from "./settings.ts";

type Changes = ChangeMetadata["kind"];

/** Kinds whose forms share one window. */
const changes: { readonly [Kind in Changes]: ChangeInSlack<RawOf<Kind>> } = {
  rotate,
  retire,
  activate,
  "activate-group": activateGroup,
  rollback,
  "replace-token": replaceToken,
  "disable-client": disableClient,
};

type KindsInSlack = { readonly [Kind in DraftKind]: KindInSlack<RawOf<Kind>, DraftOf<Kind>> };

const kinds: KindsInSlack = {
  ...changes,
  create,
  permissions,
  "api-client": apiClient,
  settings,
  segment,
  "end-segments": endSegments,
};

/** The form that asks for what was typed, whatever its kind. */
export function formFor({ raw, ...rest }: FormContent<Raw>): Modal {
  return open(raw.kind, raw, rest);
}

function open<Kind extends DraftKind>(
  kind: Kind,
  raw: RawOf<Kind>,
  rest: Omit<FormContent<Raw>, "raw">,
): Modal {
  return kinds[kind].form({ ...rest, raw });
}

/** The form of a change, where there may be several tenants to choose from. */
export function changeForm({ raw, ...rest }: ChangeContent): Modal {
  return openChange(raw.kind, raw, rest);
}

function openChange<Kind extends Changes>(
  kind: Kind,
  raw: RawOf<Kind>,
  rest: Omit<ChangeContent, "raw">,
): Modal {
  return changes[kind].window({ ...rest, raw });
}

/** What the form of a change asks for. */
export function readChange(kind: Changes, sent: SentChange): AnyChange {
  return changes[kind].read(sent);
}

/** What was entered in a form that goes on from what is kept; `undefined` where nothing is, or what another form sent. */
export function readKept(
  modal: string,
  kept: Raw | undefined,
  entered: Entered,
): EnteredFields | undefined {
  return kept && goOn(kept.kind, kept, { modal, entered });
}

function goOn<Kind extends DraftKind>(
  kind: Kind,
  kept: RawOf<Kind>,
  { modal, entered }: { readonly modal: string; readonly entered: Entered },
): EnteredFields | undefined {
  const { goesOn } = kinds[kind];
  return goesOn?.modal === modal ? goesOn.read(kept, entered) : undefined;
}

/** What a form is filled with to ask for the same once more; `undefined` where a draft does not tell. */
export function toRawAgain(draft: Draft): Raw | undefined {
  return askAgain(draft.kind, draft);
}

function askAgain<Kind extends DraftKind>(kind: Kind, draft: DraftOf<Kind>): Raw | undefined {
  return kinds[kind].toRawAgain?.(draft);
}

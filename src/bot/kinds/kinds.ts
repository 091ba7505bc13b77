import type { DraftKind, Raw } from "../../flows/request/draft.ts";
import type { Modal } from "../blocks/block.ts";
import type { SentChange } from "../forms/change-fields.ts";
import type { AnyChange, ChangeContent } from "../forms/change-form.ts";
import type { ChangeMetadata } from "../payloads/metadata.ts";
import { activate } from "./activate.ts";
import { activateGroup } from "./activate-group.ts";
import { apiClient } from "./api-client.ts";
import type { ChangeInSlack } from "./change.ts";
import { create } from "./create.ts";
import { disableClient } from "./disable-client.ts";
import { endSegments } from "./end-segments.ts";
import type { FormContent, KindInSlack, RawByKind } from "./kind.ts";
import { permissions } from "./permissions.ts";
import { replaceToken } from "./replace-token.ts";
import { retire } from "./retire.ts";
import { rollback } from "./rollback.ts";
import { rotate } from "./rotate.ts";
import { segment } from "./segment.ts";

type Changes = ChangeMetadata["kind"];

/** Kinds whose forms share one window. */
const changes: { readonly [Kind in Changes]: ChangeInSlack<RawByKind[Kind]> } = {
  rotate,
  retire,
  activate,
  "activate-group": activateGroup,
  rollback,
  "replace-token": replaceToken,
  "disable-client": disableClient,
};

const kinds: { readonly [Kind in DraftKind]: KindInSlack<RawByKind[Kind]> } = {
  ...changes,
  create,
  permissions,
  "api-client": apiClient,
  segment,
  "end-segments": endSegments,
};

/** The form that asks for what was typed, whatever its kind. */
export function formFor({ raw, ...rest }: FormContent<Raw>): Modal {
  return open(raw.kind, raw, rest);
}

function open<Kind extends DraftKind>(
  kind: Kind,
  raw: RawByKind[Kind],
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
  raw: RawByKind[Kind],
  rest: Omit<ChangeContent, "raw">,
): Modal {
  return changes[kind].window({ ...rest, raw });
}

/** What the form of a change asks for. */
export function readChange(kind: Changes, sent: SentChange): AnyChange {
  return changes[kind].read(sent);
}

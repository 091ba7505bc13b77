import type { Draft, DraftKind } from "../request/draft.ts";
import { activate } from "./activate.ts";
import { activateGroup } from "./activate-group.ts";
import { apiClient } from "./api-client.ts";
import { create } from "./create.ts";
import { disableClient } from "./disable-client.ts";
import { endSegments } from "./end-segments.ts";
import type { DraftOf, Kind, KindTable } from "./kind.ts";
import { permissions } from "./permissions.ts";
import { replaceToken } from "./replace-token.ts";
import { retire } from "./retire.ts";
import { rollback } from "./rollback.ts";
import { rotate } from "./rotate.ts";
import { segment } from "./segment.ts";
import { settings } from "./settings.ts";

/** Every kind of request. */
export const kinds: KindTable<Draft> = {
  create,
  rotate,
  retire,
  activate,
  "activate-group": activateGroup,
  rollback,
  permissions,
  settings,
  "api-client": apiClient,
  "replace-token": replaceToken,
  "disable-client": disableClient,
  segment,
  "end-segments": endSegments,
};

/** What is peculiar to the kind of this draft; its functions take the same draft. */
export function kindOf<K extends DraftKind>({ kind }: { readonly kind: K }): Kind<DraftOf<K>> {
  return kinds[kind];
}

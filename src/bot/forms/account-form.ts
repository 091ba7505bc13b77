import { kindOf } from "../../flows/kinds/kinds.ts";
import type { Raw } from "../../flows/request/raw-draft.ts";
import { type Block, type Modal, plain } from "../blocks/block.ts";
import { sayAgain } from "../blocks/notice.ts";
import type { modals } from "../payloads/action-ids.ts";
import { serializeMetadata } from "../payloads/metadata.ts";
import type { FormContent } from "./form-content.ts";

/** The window of a form about an account that is there, in one tenant. */
export function accountForm(
  callback: (typeof modals)[keyof typeof modals],
  { id, tenant, raw, banner }: FormContent<Raw>,
  blocks: readonly Block[],
): Modal {
  return {
    type: "modal",
    callback_id: callback,
    private_metadata: serializeMetadata({ id, tenant: tenant.name, recipe: "" }),
    title: plain(kindOf(raw).title, 24),
    submit: plain("Check", 24),
    close: plain("Cancel", 24),
    blocks: [...sayAgain(banner), ...blocks],
  };
}

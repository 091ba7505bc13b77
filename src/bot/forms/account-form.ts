import { kindOf } from "../../flows/kinds/kinds.ts";
import type { Raw } from "../../flows/request/raw-draft.ts";
import { type Block, type Modal, plain } from "../blocks/block.ts";
import { sayAgain } from "../blocks/notice.ts";
import { productionBanner } from "../blocks/production.ts";
import type { modals } from "../payloads/action-ids.ts";
import { serializeMetadata } from "../payloads/metadata.ts";
import { type FormContent, toCarried } from "./form-content.ts";
import { findPage, type PartOfForm, type ShownPage, tellProblems, titleOf } from "./pages.ts";

interface AccountForm {
  /** The window's name. */
  readonly callback: (typeof modals)[keyof typeof modals];
  /** Above the first page: the account. */
  readonly about: readonly Block[];
  /** The pages behind the first. Absent: none. */
  readonly parts?: readonly PartOfForm<never>[];
  readonly show: (page: ShownPage) => readonly Block[];
}

/** The window of a form about an account that is there, in one tenant. */
export function accountForm(
  { id, tenant, raw, banner, problems = {}, page: asked }: FormContent<Raw>,
  { callback, about, parts = [], show }: AccountForm,
): Modal {
  const page = findPage({ problems, ...(asked && { page: asked }) }, parts);
  return {
    type: "modal",
    callback_id: callback,
    private_metadata: serializeMetadata({
      id,
      tenant: tenant.name,
      recipe: "",
      ...toCarried({ problems, ...(banner !== undefined && { banner }) }),
    }),
    title: plain(titleOf(page, parts) ?? kindOf(raw).title, 24),
    submit: plain("Check", 24),
    close: plain("Cancel", 24),
    blocks: [
      ...sayAgain(banner),
      ...tellProblems(page, problems, parts),
      ...(page === "first" ? about : productionBanner(tenant)),
      ...show(page),
    ],
  };
}

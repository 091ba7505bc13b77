import { z } from "zod";
import { ActionId, FocusOnLoad, Placeholder } from "./action-id.ts";
import { Confirm } from "./confirm.ts";
import { areOffered, hasOneSource, MenuOption, menuChoices } from "./option.ts";

const common = {
  action_id: ActionId,
  placeholder: Placeholder,
  focus_on_load: FocusOnLoad,
  confirm: Confirm.optional(),
};
const oneSource = { error: "must have either options or option_groups", path: ["options"] };
const offered = { error: "must match one of the options", path: ["initial_option"] };
const InitialOptions = z.array(MenuOption).min(1).max(100).optional();
const MaxSelected = z.int().min(1).optional();
const MinQuery = z.int().min(0).optional();

/** @see Slack: Block Kit reference, Select menu element */
export const StaticSelect = z
  .strictObject({
    type: z.literal("static_select"),
    ...common,
    ...menuChoices,
    initial_option: MenuOption.optional(),
  })
  .refine(hasOneSource, oneSource)
  .refine((select) => areOffered(select, [select.initial_option]), offered);

/** @see Slack: Block Kit reference, Multi-select menu element */
export const MultiStaticSelect = z
  .strictObject({
    type: z.literal("multi_static_select"),
    ...common,
    ...menuChoices,
    initial_options: InitialOptions,
    max_selected_items: MaxSelected,
  })
  .refine(hasOneSource, oneSource)
  .refine((select) => areOffered(select, select.initial_options), {
    ...offered,
    path: ["initial_options"],
  });

export const ExternalSelect = z.strictObject({
  type: z.literal("external_select"),
  ...common,
  initial_option: MenuOption.optional(),
  min_query_length: MinQuery,
});

export const MultiExternalSelect = z
  .strictObject({
    type: z.literal("multi_external_select"),
    ...common,
    initial_options: InitialOptions,
    min_query_length: MinQuery,
    max_selected_items: MaxSelected,
  })
  .refine(
    ({ initial_options: chosen = [], max_selected_items: most = 100 }) => chosen.length <= most,
    {
      error: "no more than max_selected_items allowed",
      path: ["initial_options"],
    },
  )
  .refine(({ initial_options: chosen = [] }) => areDistinct(chosen), {
    error: "must not hold one value twice",
    path: ["initial_options"],
  });

/** A guess: what Slack does with a value that is chosen twice is written nowhere. */
function areDistinct(chosen: readonly { readonly value: string }[]): boolean {
  return new Set(chosen.map(({ value }) => value)).size === chosen.length;
}

export const MultiUsersSelect = z.strictObject({
  type: z.literal("multi_users_select"),
  ...common,
  initial_users: z.array(z.string().min(1)).min(1).max(100).optional(),
  max_selected_items: MaxSelected,
});

/** @see Slack: Block Kit reference, Date picker element */
export const DatePicker = z.strictObject({
  type: z.literal("datepicker"),
  ...common,
  initial_date: z.iso.date().optional(),
});

export const UsersSelect = z.strictObject({
  type: z.literal("users_select"),
  ...common,
  initial_user: z.string().min(1).optional(),
});

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

export const MultiExternalSelect = z.strictObject({
  type: z.literal("multi_external_select"),
  ...common,
  initial_options: InitialOptions,
  min_query_length: MinQuery,
  max_selected_items: MaxSelected,
});

export const UsersSelect = z.strictObject({
  type: z.literal("users_select"),
  ...common,
  initial_user: z.string().min(1).optional(),
});

import { z } from "zod";
import { ActionId, FocusOnLoad, Placeholder } from "./action-id.ts";

const common = {
  action_id: ActionId,
  placeholder: Placeholder,
  focus_on_load: FocusOnLoad,
  dispatch_action_config: z
    .strictObject({
      trigger_actions_on: z
        .array(z.enum(["on_enter_pressed", "on_character_entered"]))
        .min(1)
        .max(2)
        .optional(),
    })
    .optional(),
};

/** @see Slack: Block Kit reference, Plain-text input element */
export const PlainTextInput = z
  .strictObject({
    type: z.literal("plain_text_input"),
    ...common,
    initial_value: z.string().max(3000).optional(),
    multiline: z.boolean().optional(),
    min_length: z.int().min(0).max(3000).optional(),
    max_length: z.int().min(1).max(3000).optional(),
  })
  .refine(({ min_length = 0, max_length = 3000 }) => min_length <= max_length, {
    error: "min_length must not be more than max_length",
    path: ["min_length"],
  });

const NumberText = z
  .string()
  .regex(/^-?\d+(\.\d+)?$/, { error: "must be a valid number" })
  .optional();

/** @see Slack: Block Kit reference, Number input element */
export const NumberInput = z
  .strictObject({
    type: z.literal("number_input"),
    ...common,
    is_decimal_allowed: z.boolean(),
    initial_value: NumberText,
    min_value: NumberText,
    max_value: NumberText,
  })
  .refine(
    ({ min_value, max_value }) => Number(min_value ?? -Infinity) <= Number(max_value ?? Infinity),
    {
      error: "min_value must not be more than max_value",
      path: ["min_value"],
    },
  );

/** @see Slack: Block Kit reference, URL input element */
export const UrlTextInput = z.strictObject({
  type: z.literal("url_text_input"),
  ...common,
  initial_value: z.url().max(3000).optional(),
});

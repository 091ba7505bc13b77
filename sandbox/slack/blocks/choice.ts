import { z } from "zod";
import { ActionId, FocusOnLoad } from "./action-id.ts";
import { Confirm } from "./confirm.ts";
import { areOffered, BoxOption, OverflowOption } from "./option.ts";

const common = {
  action_id: ActionId,
  focus_on_load: FocusOnLoad,
  confirm: Confirm.optional(),
  options: z.array(BoxOption).min(1).max(10),
};

/** @see Slack: Block Kit reference, Checkboxes element */
export const Checkboxes = z
  .strictObject({
    type: z.literal("checkboxes"),
    ...common,
    initial_options: z.array(BoxOption).min(1).max(10).optional(),
  })
  .refine((boxes) => areOffered(boxes, boxes.initial_options), {
    error: "must match one of the options",
    path: ["initial_options"],
  });

/** @see Slack: Block Kit reference, Radio button group element */
export const RadioButtons = z
  .strictObject({
    type: z.literal("radio_buttons"),
    ...common,
    initial_option: BoxOption.optional(),
  })
  .refine((radio) => areOffered(radio, [radio.initial_option]), {
    error: "must match one of the options",
    path: ["initial_option"],
  });

/** @see Slack: Block Kit reference, Overflow menu element */
export const Overflow = z
  .strictObject({
    type: z.literal("overflow"),
    action_id: ActionId,
    confirm: Confirm.optional(),
    options: z.array(OverflowOption).min(2).max(5),
  })
  .refine(({ options }) => new Set(options.map(({ value }) => value)).size === options.length, {
    error: "must not hold one value twice",
    path: ["options"],
  });

import { z } from "zod";
import { ActionId } from "./action-id.ts";
import { Confirm } from "./confirm.ts";
import { plainText } from "./text.ts";

/** @see Slack: Block Kit reference, Button element */
export const Button = z.strictObject({
  type: z.literal("button"),
  action_id: ActionId,
  text: plainText(75),
  value: z.string().max(2000).optional(),
  url: z.string().max(3000).optional(),
  style: z.enum(["primary", "danger"]).optional(),
  confirm: Confirm.optional(),
  accessibility_label: z.string().max(75).optional(),
});
export type Button = z.infer<typeof Button>;

import { z } from "zod";
import { anyText, plainText } from "./text.ts";

/** @see Slack: Block Kit reference, Confirmation dialog object */
export const Confirm = z.strictObject({
  title: plainText(100).optional(),
  text: anyText(300),
  confirm: plainText(30).optional(),
  deny: plainText(30).optional(),
  style: z.enum(["primary", "danger"]).optional(),
});
export type Confirm = z.infer<typeof Confirm>;

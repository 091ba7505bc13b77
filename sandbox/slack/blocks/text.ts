import { z } from "zod";

/** @see Slack: Block Kit reference, Text object */
const PlainText = z.strictObject({
  type: z.literal("plain_text"),
  text: z.string().min(1).max(3000),
  emoji: z.boolean().optional(),
});

const Mrkdwn = z.strictObject({
  type: z.literal("mrkdwn"),
  text: z.string().min(1).max(3000),
  verbatim: z.boolean().optional(),
});

export const Text = z.discriminatedUnion("type", [PlainText, Mrkdwn]);
export type Text = z.infer<typeof Text>;

export function plainText(max: number): typeof PlainText {
  return PlainText.extend({ text: z.string().min(1).max(max) });
}

/** Plain text or mrkdwn. */
export function anyText(max: number): typeof Text {
  return z.discriminatedUnion("type", [
    plainText(max),
    Mrkdwn.extend({ text: z.string().min(1).max(max) }),
  ]);
}

import { z } from "zod";
import { BlockId } from "./action-id.ts";

/** Accepted, not inspected: only the outermost shape is checked. */
export const RichText = z.strictObject({
  type: z.literal("rich_text"),
  block_id: BlockId,
  elements: z.array(
    z.looseObject({
      type: z.enum([
        "rich_text_section",
        "rich_text_list",
        "rich_text_quote",
        "rich_text_preformatted",
      ]),
      elements: z.array(z.looseObject({ type: z.string() })),
    }),
  ),
});

import { z } from "zod";
import { type Block, HomeBlock, MessageBlock, ModalBlock } from "./block.ts";
import { placedElements } from "./placed.ts";
import { plainText } from "./text.ts";

function refuseDuplicates(blocks: readonly Block[], context: z.RefinementCtx): void {
  const seen = new Set<string>();
  blocks.forEach((block, index) => {
    for (const actionId of repeatedActionIds(block)) {
      context.addIssue({
        code: "custom",
        message: `\`action_id\` "${actionId}" already exists for another element`,
        path: [index],
      });
    }
    if (block.block_id === undefined) return;
    if (seen.has(block.block_id)) {
      context.addIssue({
        code: "custom",
        message: `\`block_id\` "${block.block_id}" already exists for another block`,
        path: [index, "block_id"],
      });
    }
    seen.add(block.block_id);
  });
}

/** Slack wants action ids to be unique within their block only. */
function repeatedActionIds(block: Block): readonly string[] {
  const ids = placedElements([block]).map(({ actionId }) => actionId);
  return ids.filter((id, index) => id !== "" && ids.indexOf(id) !== index);
}

function hasOneFocus(blocks: readonly Block[]): boolean {
  const focused = placedElements(blocks).filter(
    ({ element }) => "focus_on_load" in element && element.focus_on_load === true,
  );
  return focused.length <= 1;
}

function blocksOfView<One extends Block>(block: z.ZodType<One>) {
  return z
    .array(block)
    .max(100)
    .superRefine(refuseDuplicates)
    .refine(hasOneFocus, { error: "only one element may have focus_on_load" });
}

const common = {
  private_metadata: z.string().max(3000).optional(),
  callback_id: z.string().max(255).optional(),
  external_id: z.string().max(255).optional(),
};

/** @see Slack: Modal view reference */
export const ModalContent = z
  .strictObject({
    type: z.literal("modal"),
    blocks: blocksOfView(ModalBlock),
    ...common,
    title: plainText(24),
    close: plainText(24).optional(),
    submit: plainText(24).optional(),
    clear_on_close: z.boolean().optional(),
    notify_on_close: z.boolean().optional(),
  })
  .refine(
    (view) => view.submit !== undefined || !view.blocks.some(({ type }) => type === "input"),
    {
      error: "missing required field: submit",
    },
  );
export type ModalContent = z.infer<typeof ModalContent>;

/** @see Slack: Home tab view reference */
export const HomeContent = z.strictObject({
  type: z.literal("home"),
  blocks: blocksOfView(HomeBlock),
  ...common,
});
export type HomeContent = z.infer<typeof HomeContent>;

export const MessageBlocks = z.strictObject({
  blocks: z.array(MessageBlock).max(50).superRefine(refuseDuplicates),
});

import type { Block, Element, InputBlock } from "./block.ts";

/** An element together with the block it stands in. */
export interface Placed {
  readonly blockId: string;
  readonly actionId: string;
  readonly element: Element;
  /** The input block around it, if it stands in one. */
  readonly input?: InputBlock;
}

export function placedElements(blocks: readonly Block[]): readonly Placed[] {
  return blocks.flatMap((block) =>
    elementsOf(block).map((element) => ({
      blockId: block.block_id ?? "",
      actionId: element.action_id ?? "",
      element,
      ...(block.type === "input" ? { input: block } : {}),
    })),
  );
}

function elementsOf(block: Block): readonly Element[] {
  if (block.type === "actions") return block.elements;
  if (block.type === "input") return [block.element];
  if (block.type === "section" && block.accessory !== undefined) return [block.accessory];
  return [];
}

/** Gives every block and element that came without an id one, as Slack does. */
export function withIds(blocks: readonly Block[], nextId: () => string): readonly Block[] {
  return blocks.map((block) => withId(block, nextId));
}

function withId(block: Block, nextId: () => string): Block {
  const block_id = block.block_id ?? nextId();
  if (block.type === "actions") {
    const elements = block.elements.map((element) => identified(element, nextId));
    return { ...block, block_id, elements };
  }
  if (block.type === "input") {
    return { ...block, block_id, element: identified(block.element, nextId) };
  }
  if (block.type === "section" && block.accessory !== undefined) {
    return { ...block, block_id, accessory: identified(block.accessory, nextId) };
  }
  return { ...block, block_id };
}

function identified<T extends Element>(element: T, nextId: () => string): T {
  return { ...element, action_id: element.action_id ?? nextId() };
}

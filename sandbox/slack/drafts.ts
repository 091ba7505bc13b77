import { z } from "zod";
import type { Block } from "./blocks/block.ts";
import { withIds } from "./blocks/placed.ts";
import { MessageBlocks } from "./blocks/surface.ts";
import { isRefused, type Refused, refuse, refuseInput } from "./reply.ts";
import type { Metadata } from "./shown.ts";
import type { World } from "./world.ts";

/** The content of a message before it is posted. */
export interface Draft {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly metadata?: Metadata;
}

export interface RawDraft {
  readonly text?: string | undefined;
  readonly blocks?: unknown;
  readonly metadata?: unknown;
}

const MetadataShape = z.object({
  event_type: z.string().min(1),
  event_payload: z.record(z.string(), z.unknown()),
});

/**
 * Reads the content of a message.
 *
 * Stricter than Slack in one thing: blocks without `text` are refused too, because
 * notifications and screen readers would have nothing to say.
 */
export function readDraft(world: World, raw: RawDraft): Draft | Refused {
  const blocks = readBlocks(world, raw.blocks);
  if (isRefused(blocks)) return blocks;
  const metadata = readMetadata(raw.metadata);
  if (isRefused(metadata)) return metadata;
  if (raw.text === undefined || raw.text.trim() === "") return refuse("no_text");
  if (raw.text.length > 40_000) return refuse("msg_too_long");

  return { text: raw.text, blocks: blocks ?? [], ...(metadata === undefined ? {} : { metadata }) };
}

export function readBlocks(world: World, raw: unknown): readonly Block[] | Refused | undefined {
  if (raw === undefined) return undefined;
  if (!Array.isArray(raw)) return refuse("invalid_blocks_format");
  const input = { blocks: raw };
  const parsed = MessageBlocks.safeParse(input);
  if (!parsed.success) return refuseInput("invalid_blocks", parsed.error, input, "");
  return withIds(parsed.data.blocks, () => world.nextId("b"));
}

/** An empty object takes earlier metadata away, which `undefined` does not. */
export function readMetadata(raw: unknown): Metadata | Refused | undefined {
  if (raw === undefined) return undefined;
  const parsed = MetadataShape.safeParse(raw);
  if (!parsed.success) return refuse("invalid_metadata_format");
  if (JSON.stringify(parsed.data).length > 16_000) return refuse("metadata_too_large");
  return parsed.data;
}

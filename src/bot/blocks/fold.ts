import { actions } from "../payloads/action-ids.ts";
import { serializeMetadata } from "../payloads/metadata.ts";
import { type Block, type ButtonSpec, buttons, plainSection } from "./block.ts";
import { countPhoneLines, phoneLines } from "./phone-lines.ts";
import { buttonLimit } from "./slack-limits.ts";

/** A part of a window that has a shorter form, with the whole of it behind a button. */
export interface Foldable {
  /** On the button, and above the whole of it; Slack takes 24 characters. */
  readonly title: string;
  readonly full: readonly Block[];
  /** In its place where the window is too long for a phone. */
  readonly short: string;
  /** Behind the button. */
  readonly lines: readonly string[];
}

/**
 * The blocks of a window. Where they take more than two screens of a phone, parts are shown in short, the last one first,
 * and no more of them than that takes.
 */
export function foldToFit(pieces: readonly (Block | Foldable)[]): Block[] {
  const foldable = pieces
    .flatMap((piece) => (isBlock(piece) || !fitsIntoButton(piece) ? [] : [piece]))
    .toReversed();
  for (let folded = 0; folded < foldable.length; folded += 1) {
    const blocks = toBlocks(pieces, foldable.slice(0, folded));
    if (countPhoneLines(blocks) <= phoneLines) return blocks;
  }
  return toBlocks(pieces, foldable);
}

function toBlocks(pieces: readonly (Block | Foldable)[], folded: readonly Foldable[]): Block[] {
  return pieces.flatMap((piece) => {
    if (isBlock(piece)) return [piece];
    return folded.includes(piece) ? fold(piece) : piece.full;
  });
}

function isBlock(piece: Block | Foldable): piece is Block {
  return "type" in piece;
}

function fitsIntoButton(piece: Foldable): boolean {
  return toButton(piece).value.length <= buttonLimit;
}

function fold(piece: Foldable): Block[] {
  return [plainSection(piece.short), buttons([toButton(piece)])];
}

function toButton({ title, lines }: Foldable): ButtonSpec {
  return { id: actions.showFolded, text: title, value: serializeMetadata({ title, lines }) };
}

import type { SettingsDraft } from "../../flows/request/draft.ts";
import { listSettings } from "../../flows/wording/describe-settings.ts";
import { type Block, plainSection } from "../blocks/block.ts";
import { cutLines } from "../blocks/slack-limits.ts";

/** The settings before and after, of `most` characters each list at the most. */
export function showSettings(draft: SettingsDraft, most: number): Block[] {
  return listSettings(draft).map(({ title, lines }) =>
    plainSection(
      [
        title,
        ...(lines.length === 0 ? [] : [cutLines(lines, most, "all of them are in the thread")]),
      ].join("\n"),
    ),
  );
}

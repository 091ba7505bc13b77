import type { types } from "@slack/bolt";
import { truncate } from "../../flows/text/truncate.ts";
import { plain } from "./block.ts";

/** Most options that Slack shows at once, and the longest text and value of one. */
export const optionLimit = 100;
export const optionLength = 75;

export type Option = types.PlainTextOption;

export interface Group {
  readonly label: types.PlainTextElement;
  readonly options: Option[];
}

/** What no catalogue knows can be asked for all the same. A longer text has its place below. */
export function offerTyped(
  { text, value }: { readonly text: string; readonly value: string },
  below: string,
): Group {
  const option =
    value.length <= optionLength
      ? {
          text: plain(text, optionLength),
          value,
          description: plain(`Use “${truncate(value, 30)}” as typed (not in the catalogue)`, 75),
        }
      : {
          text: plain(`Too long for this list: type it under “${below}”`, optionLength),
          value: "…",
        };
  return { label: plain("Not in the catalogue", optionLength), options: [option] };
}

import { z } from "zod";
import { anyText, plainText } from "./text.ts";

/** @see Slack: Block Kit reference, Option object */
export const MenuOption = z.strictObject({
  text: plainText(75),
  value: z.string().min(1).max(75),
  description: plainText(75).optional(),
});

/** Radio buttons and checkboxes may use mrkdwn. */
export const BoxOption = z.strictObject({
  text: anyText(75),
  value: z.string().min(1).max(75),
  description: anyText(75).optional(),
});

export const OverflowOption = MenuOption.extend({ url: z.string().max(3000).optional() });

export type Option = z.infer<typeof BoxOption> | z.infer<typeof OverflowOption>;

const OptionGroup = z.strictObject({
  label: plainText(75),
  options: z.array(MenuOption).min(1).max(100),
});

export const menuChoices = {
  options: z.array(MenuOption).min(1).max(100).optional(),
  option_groups: z.array(OptionGroup).min(1).max(100).optional(),
};

/** What the bot answers when a person types into an external select. May be empty. */
export const Suggestions = z
  .strictObject({
    options: z.array(MenuOption).max(100).optional(),
    option_groups: z.array(OptionGroup).max(100).optional(),
  })
  .refine(hasOneSource, { error: "must have either options or option_groups" });

interface Choices {
  readonly options?: readonly Option[] | undefined;
  readonly option_groups?: readonly { readonly options: readonly Option[] }[] | undefined;
}

export function optionsOf(choices: Choices): readonly Option[] {
  return choices.options ?? (choices.option_groups ?? []).flatMap((group) => group.options);
}

export function hasOneSource(choices: Choices): boolean {
  return (choices.options === undefined) !== (choices.option_groups === undefined);
}

/** Slack wants initial options to be exact copies of offered ones. */
export function areOffered(
  choices: Choices,
  initial: readonly (Option | undefined)[] | undefined,
): boolean {
  const offered = new Set(optionsOf(choices).map((option) => JSON.stringify(sorted(option))));
  return (initial ?? []).every(
    (option) => option === undefined || offered.has(JSON.stringify(sorted(option))),
  );
}

function sorted(option: Option): unknown {
  return [option.value, option.text.type, option.text.text, option.description?.text];
}

import {
  type Block,
  type ButtonSpec,
  buttons,
  type Modal,
  plain,
  plainAlert,
  plainSection,
  section,
} from "./block.ts";

/** A window that only says something. `blocks` come below the words. */
export function notice(words: string, blocks: readonly Block[] = []): Modal {
  return {
    type: "modal",
    title: plain("Workday ISU", 24),
    close: plain("Close", 24),
    blocks: [section(words), ...blocks],
  };
}

/** The button that asks for a window once more; none where what was typed is too long for one. */
export type Again = Pick<ButtonSpec, "id" | "value"> | undefined;

/** What is shown while the bot looks up who somebody is and what they may do. The button makes it no dead end. */
export function loading(again: Again): Modal {
  const way = again === undefined ? "close it and type the command again" : "press Try again";
  return noticeWithAgain(
    `One moment: the bot looks up what you may ask for. Nothing was changed. If this stays so for half a minute, ${way}.`,
    again,
  );
}

/** Says why a window has nothing in it, with the way on. */
export function noticeWithAgain(words: string, again: Again): Modal {
  return notice(words, again === undefined ? [] : [buttons([{ ...again, text: "Try again" }])]);
}

/** Above a form that is shown once more, why; nothing where it is shown for the first time. */
export function sayAgain(banner: string | undefined): Block[] {
  if (banner === undefined) return [];
  return [plainAlert("error", `${banner} What you typed is still here.`)];
}

/** Something that a person typed, kept so that it can be copied. */
export function keepTyped(label: string, typed: string): Block[] {
  return [plainSection(`${label}:`), plainSection(typed)];
}

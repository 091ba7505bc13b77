import { type Block, type Modal, plain, plainSection, section } from "./block.ts";

/** A window that only says something. `blocks` come below the words. */
export function notice(words: string, blocks: readonly Block[] = []): Modal {
  return {
    type: "modal",
    title: plain("Workday ISU", 24),
    close: plain("Close", 24),
    blocks: [section(words), ...blocks],
  };
}

/** What is shown while the bot looks up who somebody is and what they may do. */
export function loading(): Modal {
  return notice("One moment: the bot looks up what you may ask for.");
}

/** Something that a person typed, kept so that it can be copied. */
export function keepTyped(label: string, typed: string): Block[] {
  return [plainSection(`${label}:`), plainSection(typed)];
}

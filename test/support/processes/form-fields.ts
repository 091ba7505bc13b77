import type { Person } from "../../../sandbox/slack/people/client.ts";
import type { Slack } from "../../../sandbox/slack/slack.ts";
import { textOf } from "../../../sandbox/slack/text-of.ts";

/** Values by block of the form. */
export type Entries = Readonly<Record<string, string | readonly string[] | boolean>>;

export function hasBlock(who: Person, block: string): boolean {
  return who.view()?.content.blocks.some(({ block_id: id }) => id === block) === true;
}

/** The button that shows what few forms need, by the block behind it. */
const hidden: Readonly<Record<string, string>> = {
  sessionTimeoutMinutes: "More settings",
  x509: "More settings",
  businessProcesses: "Business processes",
  chosenProcesses: "Business processes",
  groupType: "Group settings",
  segmentInactive: "More settings",
  content: "More settings",
  x509Change: "More settings",
};

/** Shows the fields of the form that stand behind a button. */
export async function showFields(
  { slack }: { readonly slack: Slack },
  who: Person,
  entries: Entries,
): Promise<void> {
  for (const block of Object.keys(entries)) {
    const button = hidden[block];
    if (button === undefined || hasBlock(who, block)) continue;
    await who.press("view", button);
    await slack.until(() => hasBlock(who, block), { what: `the field ${block}` });
  }
}

/** Sends a form that is not taken: what stands at its fields, whether the tenant was quick to say so or not. */
export async function refusalOf(
  { slack }: { readonly slack: Slack },
  who: Person,
): Promise<string> {
  const sent = await who.submit();
  if (sent.kind === "errors") return Object.values(sent.errors).join("\n");
  return slack.until(
    () => {
      const view = who.view();
      const text = view === undefined ? "" : textOf(view);
      return text.includes("Problem:") ? text : undefined;
    },
    { what: "the form again, with what is wrong" },
  );
}

/**
 * Sends a form that has to be taken. On a busy machine Slack's three seconds may be over first: the bot has it by then, and
 * goes on.
 */
export async function sendForm(who: Person): Promise<void> {
  const sent = await who.submit();
  const isTaken = sent.kind === "updated" || (sent.kind === "trouble" && sent.isLate === true);
  if (!isTaken) throw new Error(`The form was not taken: ${JSON.stringify(sent)}`);
}

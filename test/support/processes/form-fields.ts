import type { Person } from "../../../sandbox/slack/people/client.ts";
import type { Slack } from "../../../sandbox/slack/slack.ts";
import { textOf } from "../../../sandbox/slack/text-of.ts";

/** Values by block of the form. */
export type Entries = Readonly<Record<string, string | readonly string[] | boolean>>;

export function hasBlock(who: Person, block: string): boolean {
  return who.view()?.content.blocks.some(({ block_id: id }) => id === block) === true;
}

/** The button of the first page that leads to fields that few need, with their blocks. */
const behind: Readonly<Record<string, readonly string[]>> = {
  "More settings": [
    "sessionTimeoutMinutes",
    "doNotAllowUiSessions",
    "passwordFrom",
    "requireNewPassword",
    "newPasswordConfirmed",
    "exemptFromPasswordExpiry",
    "x509",
    "x509Change",
    "x509Key",
    "saml",
    "samlChange",
    "samlIssuer",
    "identityProviderKey",
    "holderOfKeyKey",
    "policyChange",
    "segmentId",
    "content",
    "segmentInactive",
  ],
  "Group settings": ["groupType", "organizations", "groupScope", "groupInactive"],
  "Business processes": ["businessProcesses", "chosenProcesses"],
};

const back = "Back to the form";

interface At {
  readonly slack: Slack;
  readonly who: Person;
}

/** Enters the values page by page, the first page first; the form stays open on the last that it needs. */
export async function fillForm(
  { slack }: { readonly slack: Slack },
  who: Person,
  entries: Entries,
): Promise<void> {
  const at = { slack, who };
  await toFirstPage(at);
  const elsewhere = Object.entries(behind)
    .map(([button, blocks]) => ({
      button,
      own: Object.keys(entries).filter((block) => blocks.includes(block) && !hasBlock(who, block)),
    }))
    .filter(({ own }) => own.length > 0);
  const later = elsewhere.flatMap(({ own }) => own);
  await fillIn(
    who,
    entries,
    Object.keys(entries).filter((block) => !later.includes(block)),
  );
  for (const { button, own } of elsewhere) {
    await toPage(at, button, own);
    await fillIn(who, entries, own);
  }
}

async function fillIn(who: Person, entries: Entries, blocks: readonly string[]): Promise<void> {
  for (const block of blocks) await who.fill(block, entries[block] ?? "");
}

async function toPage(
  { slack, who }: At,
  button: string,
  blocks: readonly string[],
): Promise<void> {
  await toFirstPage({ slack, who });
  await who.press("view", button);
  await slack.until(() => blocks.every((block) => hasBlock(who, block)), {
    what: `the page of ${button}`,
  });
}

async function toFirstPage({ slack, who }: At): Promise<void> {
  if (!offersBack(who)) return;
  await who.press("view", back);
  await slack.until(() => !offersBack(who), { what: "the first page of the form" });
}

function offersBack(who: Person): boolean {
  const view = who.view();
  return view !== undefined && textOf(view).includes(`[${back}]`);
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

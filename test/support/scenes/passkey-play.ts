import { z } from "zod";
import type { Person } from "../../../sandbox/slack/people/client.ts";
import type { Message } from "../../../sandbox/slack/shown.ts";
import {
  createSoftAuthenticator,
  type Lies,
  type SoftAuthenticator,
} from "../keys/soft-authenticator.ts";
import { type Opened, type Play, press, told } from "../processes/play.ts";

const Answer = z.object({
  words: z.string().optional(),
  options: z
    .object({
      challenge: z.string(),
      rpId: z.string().optional(),
      rp: z.object({ id: z.string() }).optional(),
      userVerification: z.string().optional(),
    })
    .optional(),
});

export interface Answered extends z.infer<typeof Answer> {
  readonly status: number;
}

/** Asks a page as its own script does. */
export async function askPage(link: string, action: string, body: object): Promise<Answered> {
  const { origin, pathname, hash } = new URL(link);
  const answer = await fetch(`${origin}${pathname}/${action}`, {
    method: "POST",
    headers: { "content-type": "application/json", origin },
    body: JSON.stringify({ token: hash.slice(1), ...body }),
  });
  return { status: answer.status, ...Answer.parse(await answer.json()) };
}

/** Does what gives somebody a link to a page in private, and waits for that very link. */
export async function nextLink(
  play: Play,
  { who, page }: { readonly who: Person; readonly page: string },
  act: () => Promise<unknown>,
): Promise<string> {
  const before = new Set(linksTo(play, who, page));
  await act();
  return play.slack.until(() => linksTo(play, who, page).find((link) => !before.has(link)), {
    what: `${who.name} to be given a link to ${page}`,
  });
}

function linksTo(play: Play, who: Person, page: string): readonly string[] {
  const links = told(play, who).match(/http:\/\/localhost:\d+\/[a-z]+#[\w-]+/g) ?? [];
  return links.filter((link) => link.includes(`/${page}#`));
}

/** Asks for a new link with the command, and waits for it. */
export function askForLink(play: Play, who: Person): Promise<string> {
  return nextLink(play, { who, page: "enrol" }, () => who.command("/workday-isu", "passkey"));
}

/** Presses Approve where a passkey is asked for. */
export function pressApprove(play: Play, request: Opened, who: Person): Promise<string> {
  return nextLink(play, { who, page: "approve" }, () => press(request, who, "Approve"));
}

/** A code for somebody, from the operator's own command. */
export async function issueCode({ operate }: Play, who: Person): Promise<string> {
  const { code, said } = await operate(["code", "--person", who.id, "--tenant", "acme_dpt1"]);
  const [first = ""] = said.split("\n");
  if (code !== 0) throw new Error(said);
  return first;
}

/** Registers a passkey with a code: from then on it waits. */
export async function enrol(play: Play, who: Person): Promise<SoftAuthenticator> {
  const link = await askForLink(play, who);
  const code = await issueCode(play, who);
  const { origin } = new URL(link);
  const authenticator = createSoftAuthenticator(origin);
  const { options } = await askPage(link, "begin", { code });
  const response = authenticator.register({
    challenge: options?.challenge ?? "",
    rpId: options?.rp?.id ?? "",
  });
  const finished = await askPage(link, "finish", { code, response });
  if (finished.status !== 200) throw new Error(finished.words);
  return authenticator;
}

/** Looks at a page and proves it. */
export async function prove(
  link: string,
  authenticator: SoftAuthenticator,
  lies: Lies = {},
): Promise<Answered> {
  const looked = await askPage(link, "look", {});
  if (looked.status !== 200) return looked;
  const { challenge = "", rpId = "" } = looked.options ?? {};
  return askPage(link, "prove", { response: authenticator.prove({ challenge, rpId }, lies) });
}

/** Two approvers register, and each confirms the other: the first two of a tenant. */
export async function enrolFirstTwo(play: Play): Promise<{
  readonly ofBob: SoftAuthenticator;
  readonly ofEve: SoftAuthenticator;
}> {
  const { bob, eve } = play;
  const ofBob = await enrol(play, bob);
  await waitingPasskey(play, 1);
  const ofEve = await enrol(play, eve);
  await mustConfirm(play, eve, { authenticator: ofEve, nth: 1 });
  await mustConfirm(play, bob, { authenticator: ofBob, nth: 2 });
  return { ofBob, ofEve };
}

export async function mustConfirm(...given: Parameters<typeof confirm>): Promise<void> {
  const { status, words } = await confirm(...given);
  if (status !== 200) throw new Error(words);
}

/** Presses Confirm below the nth passkey that was registered, and proves it. */
export async function confirm(
  play: Play,
  by: Person,
  { authenticator, nth }: { readonly authenticator: SoftAuthenticator; readonly nth: number },
): Promise<Answered> {
  return prove(await pressConfirm(play, by, nth), authenticator);
}

export async function pressConfirm(play: Play, by: Person, nth: number): Promise<string> {
  const message = await waitingPasskey(play, nth);
  return nextLink(play, { who: by, page: "confirm" }, () =>
    by.press(message, "Confirm", { isConfirmed: true }),
  );
}

/** The message of a passkey that waits: the nth that was registered, counted from 1. */
export async function waitingPasskey({ slack }: Play, nth: number): Promise<Message> {
  return slack.until(
    () =>
      slack
        .messages("workday-access")
        .filter(({ blocks }) => JSON.stringify(blocks).includes("confirm-passkey"))
        .at(nth - 1),
    { what: "the message of a new passkey" },
  );
}

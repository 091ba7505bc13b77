import { afterAll, afterEach, beforeAll, beforeEach } from "vitest";
import type { Person } from "../../../sandbox/slack/people/client.ts";
import type { Message } from "../../../sandbox/slack/shown.ts";
import type { Slack } from "../../../sandbox/slack/slack.ts";
import { textOf } from "../../../sandbox/slack/text-of.ts";
import { type Sandbox, type SandboxOptions, startSandbox } from "../../../sandbox/start.ts";
import { type Before, beginAnew, cameSince, nothing } from "./before.ts";
import { createPreparedDatabase, type TestDatabase } from "./database.ts";
import { type Entries, fillForm, hasBlock, sendForm } from "./form-fields.ts";

/** When a wait counts as hanging, and a bot as one that does not answer: no story measures how fast a machine is. */
const patientMs = 60_000;

/** The channel of the sandbox's one tenant. */
const channel = "workday-access";

/** A sandbox on a database of its own, with the people who act in the stories. */
export interface Play extends Sandbox {
  readonly databaseUrl: string;
  readonly ann: Person;
  readonly bob: Person;
  readonly eve: Person;
  readonly dora: Person;
  readonly cy: Person;
  /** What there was when the test began: a story that shares its sandbox looks at what came since. */
  readonly before: () => Before;
}

/** Starts a sandbox for each test of a block, and stops it afterwards whatever happened. */
export function eachWithPlay(options: SandboxOptions = {}): () => Play {
  const stage = setStage(options);
  beforeEach(stage.begin);
  afterEach(stage.end);
  return stage.play;
}

/**
 * One sandbox for a block whose tests ask for names of their own, and so do not meet. What a test breaks it mends, and
 * what {@link activations}, {@link posted} and {@link told} give has come since it began.
 */
export function allWithPlay(options: SandboxOptions = {}): () => Play {
  const stage = setStage(options);
  beforeAll(stage.begin);
  beforeEach(stage.look);
  afterAll(stage.end);
  return stage.play;
}

interface Stage {
  readonly begin: () => Promise<void>;
  readonly look: () => Promise<void>;
  readonly end: () => Promise<void>;
  readonly play: () => Play;
}

function setStage(options: SandboxOptions): Stage {
  let play: Play | undefined;
  let before = nothing;
  let database: TestDatabase | undefined;
  return {
    begin: async () => {
      database = await createPreparedDatabase();
      play = { ...(await openPlay(database.url, options)), before: () => before };
    },
    look: async () => {
      if (play !== undefined) before = await beginAnew(play);
    },
    end: async () => {
      // A test that wants an orderly end asks for it; here nothing is left to drain.
      await play?.bot().kill();
      await play?.stop();
      await database?.drop();
      play = undefined;
    },
    play: () => {
      if (play === undefined) throw new Error("The play has not begun");
      return play;
    },
  };
}

let names = 0;

type Names = {
  readonly userName: string;
  readonly groupName: string;
  readonly newSystem: string;
};

/** An account, a group and a system that no other test asks for. */
export function ownNames(): Names {
  names += 1;
  return {
    userName: `ISU_Test_${names}`,
    groupName: `Group of test ${names}`,
    newSystem: `System of test ${names}`,
  };
}

/** Activations since the test began. */
export function activations({ before, workday }: Play): readonly { readonly comment: string }[] {
  return workday.tenant("acme_dpt1").timestamps().slice(before().activations);
}

/** What stands in the channel since the test began, replies aside. */
export function posted({ before, slack }: Play): readonly Message[] {
  return cameSince(before(), slack.messages(channel));
}

/** Starts a sandbox on a database. Whoever starts it kills its bot and stops it. */
export async function openPlay(databaseUrl: string, options: SandboxOptions = {}): Promise<Play> {
  // Many stories share a channel and would wait for each other: those about Slack's limits ask for them.
  const freely = { ackTimeoutMs: patientMs, pace: Number.POSITIVE_INFINITY };
  // Each story has its own card, whatever others left waiting: those about releases ask for them.
  const tenant = { releases: "each", ...options.tenant };
  const sandbox = await startSandbox({ ...freely, ...options, tenant, databaseUrl });
  return { ...sandbox, databaseUrl, ...meet(sandbox.slack), before: () => nothing };
}

function meet(slack: Slack): Pick<Play, "ann" | "bob" | "eve" | "dora" | "cy"> {
  return {
    ann: slack.person("ann"),
    bob: slack.person("bob"),
    eve: slack.person("eve"),
    dora: slack.person("dora"),
    cy: slack.person("cy"),
  };
}

/** Types the command and waits for the form. */
export async function openForm(
  { slack }: Play,
  who: Person,
  recipe = "viva-learning",
): Promise<void> {
  await who.closeAll();
  await who.command("/workday-isu", `create ${recipe}`);
  await slack.until(() => titleOf(who) === "New integration user" && hasForm(who), {
    what: "the form",
  });
}

function hasForm(who: Person): boolean {
  return hasBlock(who, "userName");
}

export function titleOf(who: Person): string | undefined {
  const content = who.view()?.content;
  return content?.type === "modal" ? content.title.text : undefined;
}

export async function enter(who: Person, entries: Entries): Promise<void> {
  for (const [block, value] of Object.entries(entries)) await who.fill(block, value);
}

/** Fills the form, sends it, and waits for the plan. */
export async function askForPlan(
  play: Play,
  who: Person,
  entries: Entries = {},
  recipe?: string,
): Promise<void> {
  await openForm(play, who, recipe);
  await fillForm(play, who, { reason: "Learning content in Teams", ...entries });
  await sendForm(who);
  await play.slack.until(() => titleOf(who) === "Check the plan", { what: "the plan" });
}

/** Opens a request from the command to its message in the channel. */
export async function open(play: Play, entries: Entries = {}, who = play.ann): Promise<Opened> {
  await askForPlan(play, who, entries);
  return confirmPlan(play, who);
}

/** Opens a request for a change, such as `rotate ISU_X`, from the command to its message in the channel. */
export async function openChange(
  play: Play,
  command: string,
  entries: Entries = {},
): Promise<Opened> {
  const { ann } = play;
  await ann.closeAll();
  await ann.command("/workday-isu", command);
  return sendChange(play, entries);
}

/** Fills the form of a change, which is on its way, and goes on to the request's message in the channel. */
export async function sendChange(play: Play, entries: Entries = {}): Promise<Opened> {
  const { ann, slack } = play;
  await slack.until(() => hasBlock(ann, "reason"), { what: "the form of the change" });
  await fillForm(play, ann, { reason: "It is time", ...entries });
  await ann.submit();
  await slack.until(() => titleOf(ann) === "Check the plan", { what: "the plan" });
  return confirmPlan(play);
}

/** Confirms the plan that is shown, and waits for the request's message: an alarm may be posted in between. */
export async function confirmPlan(
  { slack, ...play }: Play,
  who = play.ann,
  within = patientMs,
): Promise<Opened> {
  const before = new Set(slack.messages(channel).map(({ ts }) => ts));
  await who.submit();
  const message = await slack.until(
    () => slack.messages(channel).find((one) => !before.has(one.ts) && isRequest(one)),
    { what: "the request's message", within },
  );
  return follow({ slack }, message.ts);
}

/** It has a title, and what Slack notifies with names a request: an alarm about an account names its request inside. */
function isRequest({ blocks, text }: Message): boolean {
  return blocks[0]?.type === "header" && requestId.test(text);
}

const requestId = /ISU-[0-9A-Z]{8}/;

/** One request's message, as it is at the moment of asking. */
export interface Opened {
  readonly id: string;
  readonly ts: string;
  readonly message: () => Message;
  readonly text: () => string;
  /** The thread's text, replies only. */
  readonly thread: () => string;
  /** Waits until the message shows this text. */
  readonly shows: (text: string | RegExp, within?: number) => Promise<Message>;
  /** Waits until the thread says this: it may come after the message. */
  readonly tells: (text: string | RegExp, within?: number) => Promise<string>;
}

export function follow({ slack }: Pick<Play, "slack">, ts: string): Opened {
  function message(): Message {
    const found = slack.message(channel, ts);
    if (found === undefined) throw new Error("The request's message is gone");
    return found;
  }
  // Its blocks name those it goes live with, too; what Slack notifies with begins with its own id.
  const [id = ""] = requestId.exec(message().text) ?? [];

  function thread(): string {
    return slack.thread(channel, ts).slice(1).map(textOf).join("\n");
  }

  return {
    id,
    ts,
    message,
    text: () => textOf(message()),
    thread,
    tells: (text, within = patientMs) =>
      slack.until(() => (matches(thread(), text) ? thread() : undefined), {
        what: `the thread of ${id} to say ${String(text)}`,
        within,
      }),
    shows: (text, within = patientMs) =>
      slack.until(() => (matches(textOf(message()), text) ? message() : undefined), {
        what: `${id} to show ${String(text)}`,
        within,
      }),
  };
}

function matches(shown: string, wanted: string | RegExp): boolean {
  return typeof wanted === "string" ? shown.includes(wanted) : wanted.test(shown);
}

/** What a person was told in private since the test began, ephemerals and direct messages. */
export function told({ before, slack }: Play, who: Person): string {
  const all = [...slack.ephemerals(who.id), ...slack.directMessages(who.id)];
  return cameSince(before(), all).map(textOf).join("\n");
}

/** Waits until a person is told something in private. */
export async function isTold(
  play: Play,
  who: Person,
  words: string | RegExp,
  within = patientMs,
): Promise<void> {
  await play.slack.until(() => matches(told(play, who), words), {
    what: `${who.name} to be told ${String(words)}`,
    within,
  });
}

/** What the button of a plan's approval says where the activation has one of its own. */
export const approvePlan = "Approve; asked again before the activation";

/** Presses a button of the request's message, its dialog answered with yes. */
export async function press(request: Opened, who: Person, button: string): Promise<void> {
  const outcome = await who.press(request.message(), button, { isConfirmed: true });
  if (outcome.kind === "trouble") throw new Error(outcome.message);
}

/** Presses a button that opens a modal, fills its one field and sends it. */
export async function pressAndSay(
  play: Play,
  { request, who, button, words }: PressAndSay,
): Promise<void> {
  await press(request, who, button);
  await play.slack.until(() => who.view() !== undefined, { what: "the modal" });
  const [input] = (who.view()?.content.blocks ?? []).filter(({ type }) => type === "input");
  await who.fill(input?.block_id ?? "", words);
  await who.submit();
}

interface PressAndSay {
  readonly request: Opened;
  readonly who: Person;
  readonly button: string;
  readonly words: string;
}

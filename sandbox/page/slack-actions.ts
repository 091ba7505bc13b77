import { z } from "zod";
import type { CommandOutcome, Person, Where } from "../slack/people/client.ts";
import type { Slack } from "../slack/slack.ts";

const Where = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("view") }),
  z.strictObject({ kind: z.literal("home") }),
  z.strictObject({ kind: z.literal("message"), channel: z.string(), ts: z.string() }),
  z.strictObject({ kind: z.literal("ephemeral"), ts: z.string() }),
]);

const Chosen = z.union([z.string(), z.array(z.string())]);
const Entered = z.union([Chosen, z.boolean()]);

/** What was entered and not sent yet, by input. */
const Values = z.array(z.strictObject({ input: z.string(), value: Entered })).max(100);

const by = { person: z.string() };

/** What one does at a Slack client. */
export const SlackAction = z.discriminatedUnion("do", [
  z.strictObject({
    do: z.literal("say"),
    ...by,
    channel: z.string(),
    text: z.string().trim().min(1).max(4000),
    threadTs: z.string().optional(),
  }),
  z.strictObject({
    do: z.literal("command"),
    ...by,
    name: z.string().max(40),
    text: z.string().max(4000),
    channel: z.string().optional(),
  }),
  z.strictObject({
    do: z.literal("press"),
    ...by,
    where: Where,
    button: z.string(),
    values: Values,
  }),
  z.strictObject({
    do: z.literal("choose"),
    ...by,
    where: Where,
    actionId: z.string(),
    value: Chosen,
  }),
  z.strictObject({ do: z.literal("fill"), ...by, input: z.string(), value: Entered }),
  z.strictObject({
    do: z.literal("suggest"),
    ...by,
    input: z.string(),
    query: z.string().max(100),
  }),
  z.strictObject({ do: z.literal("open-home"), ...by }),
  z.strictObject({ do: z.literal("submit"), ...by, values: Values }),
  z.strictObject({ do: z.literal("close"), ...by, isAll: z.boolean() }),
]);
export type SlackAction = z.infer<typeof SlackAction>;

/** Does it as that person; the answer is what the client would show at once. */
// oxlint-disable-next-line complexity -- one arm for each action
export async function actInSlack(slack: Slack, action: SlackAction): Promise<unknown> {
  const person = slack.person(action.person);
  switch (action.do) {
    case "say":
      return say(person, action);
    case "command":
      return type(person, action);
    case "press":
      await enter(person, action.values);
      return person.press(findWhere(slack, action), action.button, { isConfirmed: true });
    case "choose":
      return person.choose(findWhere(slack, action), action.actionId, action.value);
    case "fill":
      return person.fill(action.input, action.value);
    case "suggest":
      return { options: await person.suggest(action.input, action.query) };
    case "open-home":
      return person.openHome();
    case "submit":
      await enter(person, action.values);
      return person.submit();
    case "close":
      await (action.isAll ? person.closeAll() : person.close());
      return { kind: "closed" };
  }
}

function say(person: Person, action: Extract<SlackAction, { do: "say" }>): unknown {
  const { channel, text, threadTs } = action;
  person.say(channel, text, threadTs === undefined ? {} : { threadTs });
  return { kind: "sent" };
}

function type(
  person: Person,
  { name, text, channel }: Extract<SlackAction, { do: "command" }>,
): Promise<CommandOutcome> {
  return person.command(name, text, channel === undefined ? {} : { channel });
}

async function enter(person: Person, values: z.infer<typeof Values>): Promise<void> {
  for (const { input, value } of values) await person.fill(input, value);
}

function findWhere(
  slack: Slack,
  { person, where }: { readonly person: string; readonly where: z.infer<typeof Where> },
): Where {
  switch (where.kind) {
    case "view":
    case "home":
      return where.kind;
    case "message":
      return found(slack.message(where.channel, where.ts));
    case "ephemeral":
      return found(slack.ephemerals(person).find(({ ts }) => ts === where.ts));
  }
}

function found<T>(shown: T | undefined): T {
  if (shown === undefined) throw new Error("This message is not there any more.");
  return shown;
}

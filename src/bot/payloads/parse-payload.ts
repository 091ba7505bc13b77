import { z } from "zod";
import { type PersonId, parsePersonId } from "../../flows/model/ids.ts";

/** Who did something, with which team counts as theirs. */
const Who = z.object({
  user: z.object({ id: z.string(), team_id: z.string().nullish() }),
  team: z.object({ id: z.string(), enterprise_id: z.string().nullish() }).nullish(),
});

const View = z.object({
  type: z.string().optional(),
  id: z.string(),
  hash: z.string(),
  private_metadata: z.string(),
});

const Pressed = Who.extend({
  trigger_id: z.string(),
  response_url: z.string().nullish(),
  channel: z.object({ id: z.string() }).nullish(),
  view: View.nullish(),
});

const Action = z.object({
  action_id: z.string(),
  action_ts: z.string(),
  value: z.string().optional(),
});

/** Somebody pressed a button. */
export interface Press {
  /** The same however often Slack delivers it, another for every press. */
  readonly id: string;
  readonly by: PersonId;
  readonly action: string;
  readonly value: string;
  readonly triggerId: string;
  /** Absent for a button in a window. */
  readonly responseUrl?: string;
  /** Absent for a button in a window. */
  readonly channel?: string;
  readonly view?: z.infer<typeof View>;
}

export function parsePress(body: unknown, action: unknown): Press {
  const pressed = Pressed.parse(body);
  const { action_id, action_ts, value = "" } = Action.parse(action);
  const by = personOf(pressed);
  const { view, channel, response_url: url } = pressed;
  return {
    id: `${by}:${action_ts}:${action_id}`,
    by,
    action: action_id,
    value,
    triggerId: pressed.trigger_id,
    ...(url === undefined || url === null || url === "" ? {} : { responseUrl: url }),
    ...(channel === undefined || channel === null ? {} : { channel: channel.id }),
    ...(view === undefined || view === null ? {} : { view }),
  };
}

const Input = z.object({
  value: z.string().nullish(),
  selected_option: z.object({ value: z.string(), text: z.object({ text: z.string() }) }).nullish(),
  selected_options: z.array(z.object({ value: z.string() })).nullish(),
  selected_users: z.array(z.string()).nullish(),
  selected_user: z.string().nullish(),
  /** A day as YYYY-MM-DD. */
  selected_date: z.string().nullish(),
});

export type Input = z.infer<typeof Input>;

const Filled = View.extend({
  state: z.object({ values: z.record(z.string(), z.record(z.string(), Input)) }),
});

const Submitted = Who.extend({ view: Filled.extend({ callback_id: z.string() }) });

/** Somebody sent a window. */
export interface Submission {
  readonly id: string;
  readonly by: PersonId;
  readonly viewId: string;
  readonly metadata: string;
  /** What was entered, by block. */
  readonly inputs: ReadonlyMap<string, Input>;
}

/** What was typed into a field of a form; empty where the form has no such field, or nothing was typed. */
export function textIn(inputs: Submission["inputs"], block: string): string {
  return inputs.get(block)?.value ?? "";
}

/** The options that were chosen in a field of a form. */
export function chosenIn(inputs: Submission["inputs"], block: string): readonly string[] {
  return (inputs.get(block)?.selected_options ?? []).map(({ value }) => value);
}

export function parseSubmission(body: unknown): Submission {
  const submitted = Submitted.parse(body);
  const { view } = submitted;
  const by = personOf(submitted);
  return {
    id: `${by}:${view.id}:${view.hash}`,
    by,
    viewId: view.id,
    metadata: view.private_metadata,
    inputs: toInputs(view),
  };
}

const EnteredSoFar = z.object({ view: Filled.extend({ callback_id: z.string() }) });

/** A window with what was entered so far, and which of the modals it is. */
type EnteredSoFar = Pick<Submission, "viewId" | "metadata" | "inputs"> & {
  readonly modal: string;
};

/** What stands in a window when somebody presses a button in it, before it is sent. */
export function parseEntered(body: unknown): EnteredSoFar {
  const { view } = EnteredSoFar.parse(body);
  const { id: viewId, private_metadata: metadata, callback_id: modal } = view;
  return { viewId, metadata, modal, inputs: toInputs(view) };
}

function toInputs({ state }: z.infer<typeof Filled>): Submission["inputs"] {
  const inputs = Object.entries(state.values).flatMap(([block, entered]) =>
    Object.values(entered).map((input): [string, Input] => [block, input]),
  );
  return new Map(inputs);
}

const Typed = z.object({
  team_id: z.string(),
  user_id: z.string(),
  text: z.string().default(""),
  trigger_id: z.string(),
  channel_id: z.string(),
  response_url: z.string(),
});

/** Somebody typed the command. */
export interface CommandCall {
  readonly by: PersonId;
  readonly text: string;
  readonly triggerId: string;
  readonly channel: string;
  readonly responseUrl: string;
}

/** A window that is open already: its id, and the state in which it was seen. */
export type OpenWindow = Pick<z.infer<typeof View>, "id" | "hash">;

/** A command, or a button that stands for one. */
export interface Invocation extends Omit<CommandCall, "text" | "responseUrl"> {
  /** Empty for a button in a window: whoever pressed it is told directly. */
  readonly responseUrl: string;
  /** Where the button is: it is filled in place of another. */
  readonly window?: OpenWindow;
}

/** The window in which a button was pressed; the Home tab is none. */
export function windowOf({ view }: Press): { readonly window?: OpenWindow } {
  return view?.type === "modal" ? { window: view } : {};
}

export function parseCommand(body: unknown): CommandCall {
  const typed = Typed.parse(body);
  return {
    by: toPerson(typed.team_id, typed.user_id),
    text: typed.text,
    triggerId: typed.trigger_id,
    channel: typed.channel_id,
    responseUrl: typed.response_url,
  };
}

const HomeOpened = z.object({
  team_id: z.string(),
  event: z.object({ user: z.string(), tab: z.string() }),
});

/** Somebody opened one of the app's tabs. */
export function parseHomeOpened(body: unknown): { readonly by: PersonId; readonly tab: string } {
  const { team_id: team, event } = HomeOpened.parse(body);
  return { by: toPerson(team, event.user), tab: event.tab };
}

const Suggestion = z.object({
  value: z.string().default(""),
  view: z.object({ private_metadata: z.string() }),
});

/** What somebody typed into a search field, and in which form. */
export function parseSuggestion(body: unknown): { readonly text: string; readonly form: string } {
  const { value, view } = Suggestion.parse(body);
  return { text: value, form: view.private_metadata };
}

/**
 * In an Enterprise organisation one person may come from several workspaces: there the workspace of the
 * click counts, so that nobody is two people. Elsewhere another team is another company.
 */
function personOf({ user, team }: z.infer<typeof Who>): PersonId {
  const isEnterprise = typeof team?.enterprise_id === "string";
  const own = user.team_id ?? team?.id ?? "";
  return toPerson(isEnterprise ? team.id : own, user.id);
}

function toPerson(team: string, user: string): PersonId {
  const person = parsePersonId(team, user);
  if (!person.ok) throw new Error("Slack sent a person whose id cannot be read");
  return person.value;
}

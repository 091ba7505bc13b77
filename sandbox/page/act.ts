import { z } from "zod";
import { readUsages } from "../manifest.ts";
import { scene } from "../scene.ts";
import { findCandidates } from "./candidates.ts";
import { complete } from "./complete.ts";
import { cast } from "./page-state.ts";
import { actInSlack, SlackAction } from "./slack-actions.ts";
import { type Stage, shownTenants } from "./stage.ts";
import { actInTenant, TenantAction } from "./tenant-actions.ts";
import type { WireReader } from "./wire/read-wire.ts";

const { approver, secondApprover } = scene.people;

const hourMs = 3_600_000;

const usages = readUsages();

const BotAction = z.discriminatedUnion("do", [
  z.strictObject({ do: z.literal("restart"), hands: z.enum(["runner", "person"]) }),
  z.strictObject({ do: z.literal("kill") }),
]);

const SandboxAction = z.discriminatedUnion("do", [
  z.strictObject({
    do: z.literal("turn"),
    name: z.string(),
    isOn: z.boolean(),
    tenant: z.enum(shownTenants.map(({ name }) => name)),
  }),
  z.strictObject({
    do: z.literal("move-clock"),
    hours: z
      .number()
      .int()
      .min(1)
      .max(24 * 7),
  }),
  z.strictObject({ do: z.literal("complete"), text: z.string().max(4000) }),
  z.strictObject({ do: z.literal("look-at-wire"), id: z.string() }),
  z.strictObject({ do: z.literal("issue-code"), person: z.enum([approver.id, secondApprover.id]) }),
]);

const Action = z.discriminatedUnion("at", [
  z.strictObject({ at: z.literal("sandbox"), action: SandboxAction }),
  z.strictObject({ at: z.literal("slack"), action: SlackAction }),
  z.strictObject({ at: z.literal("tenant"), action: TenantAction }),
  z.strictObject({ at: z.literal("bot"), action: BotAction }),
]);

/** What the page is told about something it asked for. */
export type ActReply =
  | { readonly ok: true; readonly outcome: unknown }
  | { readonly ok: false; readonly message: string };

/** What the page can reach. */
export interface Reach {
  readonly stage: Stage;
  readonly wire: WireReader;
}

/** Does what the page asks for. What the emulators refuse comes back as a sentence. */
export async function actOnStage(reach: Reach, asked: unknown): Promise<ActReply> {
  const parsed = Action.safeParse(asked);
  if (!parsed.success) return { ok: false, message: sayProblem(parsed.error) };
  try {
    return { ok: true, outcome: await perform(reach, parsed.data) };
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    return { ok: false, message: words.split("\n")[0] ?? words };
  }
}

async function perform(reach: Reach, asked: z.infer<typeof Action>): Promise<unknown> {
  const { stage } = reach;
  switch (asked.at) {
    case "sandbox":
      return actOnSandbox(reach, asked.action);
    case "slack":
      return actInSlack(stage.slack, asked.action);
    case "tenant":
      return actInTenant(stage.workday, asked.action);
    case "bot":
      await (asked.action.do === "kill" ? stage.bot.kill() : stage.bot.restart(asked.action.hands));
      return { kind: "done" };
  }
}

async function actOnSandbox(
  { stage, wire }: Reach,
  asked: z.infer<typeof SandboxAction>,
): Promise<unknown> {
  switch (asked.do) {
    case "turn":
      return { kind: "done", message: await turn(stage, asked) };
    case "move-clock":
      stage.clock.move(asked.hours * hourMs);
      return { kind: "done" };
    case "complete":
      return { options: complete(asked.text, usages, findCandidates(stage, scene.channel)) };
    case "look-at-wire":
      return wire.look(asked.id);
    case "issue-code":
      return { kind: "done", message: await sayCode(stage, asked.person) };
  }
}

function turn(
  { board }: Stage,
  { name, isOn, tenant }: Extract<z.infer<typeof SandboxAction>, { do: "turn" }>,
): Promise<string | undefined> {
  return board.turn(name, isOn, tenant);
}

async function sayCode({ issueCode }: Stage, person: string): Promise<string> {
  const [code = ""] = (await issueCode(person)).split("\n");
  const name = cast.find(({ id }) => id === person)?.name ?? person;
  return `${name}'s code is ${code}, for an hour. Open the link that the bot has sent to ${name}, and enter it there.`;
}

function sayProblem(error: z.ZodError): string {
  const [issue] = error.issues;
  if (issue === undefined) return "The page sent something unknown.";
  return `${issue.path.at(-1)?.toString() ?? "This"}: ${issue.message}`;
}

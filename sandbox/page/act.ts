import { z } from "zod";
import { actInSlack, SlackAction } from "./slack-actions.ts";
import { type Stage, tenantName } from "./stage.ts";
import { actInTenant, TenantAction } from "./tenant-actions.ts";

const BotAction = z.discriminatedUnion("do", [
  z.strictObject({ do: z.literal("restart"), hands: z.enum(["runner", "person"]) }),
  z.strictObject({ do: z.literal("kill") }),
]);

const Action = z.discriminatedUnion("at", [
  z.strictObject({ at: z.literal("slack"), action: SlackAction }),
  z.strictObject({ at: z.literal("tenant"), action: TenantAction }),
  z.strictObject({ at: z.literal("bot"), action: BotAction }),
]);

/** What the page is told about something it asked for. */
export type ActReply =
  | { readonly ok: true; readonly outcome: unknown }
  | { readonly ok: false; readonly message: string };

/** Does what the page asks for. What the emulators refuse comes back as a sentence. */
export async function actOnStage(stage: Stage, asked: unknown): Promise<ActReply> {
  const parsed = Action.safeParse(asked);
  if (!parsed.success) return { ok: false, message: sayProblem(parsed.error) };
  try {
    return { ok: true, outcome: await perform(stage, parsed.data) };
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    return { ok: false, message: words.split("\n")[0] ?? words };
  }
}

async function perform(stage: Stage, asked: z.infer<typeof Action>): Promise<unknown> {
  switch (asked.at) {
    case "slack":
      return actInSlack(stage.slack, asked.action);
    case "tenant":
      return actInTenant(stage.workday.tenant(tenantName), asked.action);
    case "bot":
      await (asked.action.do === "kill" ? stage.bot.kill() : stage.bot.restart(asked.action.hands));
      return { kind: "done" };
  }
}

function sayProblem(error: z.ZodError): string {
  const [issue] = error.issues;
  if (issue === undefined) return "The page sent something unknown.";
  return `${issue.path.at(-1)?.toString() ?? "This"}: ${issue.message}`;
}

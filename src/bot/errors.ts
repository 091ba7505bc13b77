import type { App } from "@slack/bolt";
import { z } from "zod";
import { describeError } from "../describe-error.ts";
import { type PersonId, parsePersonId } from "../flows/model/ids.ts";
import { describeIncident } from "./blocks/messages.ts";
import type { BotParts } from "./slack/deps.ts";
import { sendDirectly, toMessage } from "./slack/send-directly.ts";
import { tellPrivately } from "./slack/tell-privately.ts";

/** A bug: it is in the log under an id, and the person learns the id to quote. */
export function registerErrors(app: App, parts: BotParts): void {
  app.error(async ({ error, body }: { error: Error; body: unknown }) => {
    const id = `E-${parts.deps.now().toString(36).toUpperCase()}`;
    parts.deps.log.error({ id, error: describeError(toCause(error)) }, "a listener failed");
    await tellWhom(parts, body, id);
  });
}

/** What broke in a listener is wrapped by Bolt. */
function toCause(error: Error): Error {
  return "original" in error && error.original instanceof Error ? error.original : error;
}

const Anybody = z.object({
  response_url: z.string().nullish(),
  team_id: z.string().nullish(),
  user_id: z.string().nullish(),
  team: z.object({ id: z.string() }).nullish(),
  user: z.object({ id: z.string() }).nullish(),
  /** Of an event. */
  event: z.object({ user: z.string().nullish() }).nullish(),
});

async function tellWhom(parts: BotParts, body: unknown, id: string): Promise<void> {
  const read = Anybody.safeParse(body);
  if (!read.success) return;
  const message = toMessage(describeIncident(id));
  const { response_url: url } = read.data;
  if (typeof url === "string" && url !== "") return tellPrivately(parts, url, message);
  const person = personIn(read.data);
  if (person === undefined) return;
  const told = await sendDirectly(parts.slack, person, message);
  if (told.ok) return;
  parts.deps.log.warn({ id, outside: "Slack", fault: told.error.kind }, "cannot tell of an error");
}

function personIn(body: z.infer<typeof Anybody>): PersonId | undefined {
  const person = parsePersonId(
    body.team_id ?? body.team?.id ?? "",
    body.user_id ?? body.user?.id ?? body.event?.user ?? "",
  );
  return person.ok ? person.value : undefined;
}

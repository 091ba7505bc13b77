import type { App } from "@slack/bolt";
import type { RequestId } from "../../flows/model/ids.ts";
import type { AnswerTo, Click, Command } from "../../flows/request/click.ts";
import { actions } from "../payloads/action-ids.ts";
import { parseRequestMetadata, parseStepMetadata } from "../payloads/metadata.ts";
import { type Press, parsePress } from "../payloads/parse-payload.ts";
import type { BotParts } from "../slack/deps.ts";

/** Buttons that decide something: the decision is written down, then acknowledged. */
export function registerDecisions(app: App, parts: BotParts): void {
  for (const [action, read] of Object.entries(decisions)) {
    app.action(action, async ({ ack, body, action: pressed }) => {
      const press = parsePress(body, pressed);
      await recordClick(parts, toClick(press, read(press.value)));
      await ack();
    });
  }
}

interface Decided {
  readonly request: RequestId;
  readonly command: Command;
}

const decisions: Readonly<Record<string, (value: string) => Decided>> = {
  [actions.reportDone]: (value) => {
    const { request, step } = parseStepMetadata(value);
    return { request, command: { kind: "report-done", step } };
  },
  [actions.start]: (value) => {
    const { request, step } = parseStepMetadata(value);
    return { request, command: { kind: "start", step } };
  },
  [actions.withdraw]: (value) => ({
    ...parseRequestMetadata(value),
    command: { kind: "withdraw" },
  }),
  [actions.retry]: (value) => ({ ...parseRequestMetadata(value), command: { kind: "retry" } }),
  [actions.lookAgain]: (value) => ({
    ...parseRequestMetadata(value),
    command: { kind: "look-again" },
  }),
  [actions.cleanUpAgain]: (value) => ({
    ...parseRequestMetadata(value),
    command: { kind: "clean-up-again" },
  }),
};

export function toClick({ id, by, responseUrl }: Press, { request, command }: Decided): Click {
  const answerTo: AnswerTo =
    responseUrl === undefined ? { kind: "person" } : { kind: "response", url: responseUrl };
  return { id, by, request, answerTo, command };
}

/** Once for each click, however often it is delivered and to whichever replica. */
export async function recordClick({ deps }: BotParts, click: Click): Promise<void> {
  await deps.engine.start("click", click.id, JSON.stringify(click));
}

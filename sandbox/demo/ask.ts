import { scene } from "../scene.ts";
import type { Person } from "../slack/people/client.ts";
import { textOf } from "../slack/text-of.ts";
import { type Play, submitOf, untilView } from "./play.ts";

/** Opens the form with a recipe. */
export async function openForm(play: Play, person: Person, recipe: string): Promise<void> {
  const text = `create ${recipe}`.trim();
  const sent = await person.command("/workday-isu", text, { channel: scene.channel });
  if (sent.kind === "failed") throw new Error(sent.message);
  await untilView(play, person, (view) => submitOf(view) !== "");
}

/** Sends the form, and waits for the plan. */
export async function untilPlan(play: Play, person: Person): Promise<void> {
  const outcome = await person.submit();
  if (outcome.kind === "errors" || (outcome.kind === "trouble" && outcome.isLate !== true)) {
    throw new Error(`The form was not taken: ${JSON.stringify(outcome)}`);
  }
  await untilView(play, person, (view) => submitOf(view) === "Open request");
}

/** Confirms the plan; the answer names the new request. */
export async function openRequest(play: Play, person: Person): Promise<string> {
  const before = new Set(requestIds(play));
  const outcome = await person.submit();
  if (outcome.kind === "errors" || (outcome.kind === "trouble" && outcome.isLate !== true)) {
    throw new Error(`The plan was not taken: ${JSON.stringify(outcome)}`);
  }
  const id = await play.sandbox.slack.until(
    () => requestIds(play).find((other) => !before.has(other)),
    { within: 15_000, what: "the new request's message" },
  );
  const view = await untilView(play, person, (_view, text) => /request is open/i.test(text));
  play.transcript.see("The window answers", textOf(view));
  await person.closeAll();
  return id;
}

function requestIds({ sandbox }: Play): readonly string[] {
  const texts = sandbox.slack.messages(scene.channel).map(textOf);
  return texts.flatMap((text) => /^## [^]*(ISU-[0-9A-Z]{8})/.exec(text)?.[1] ?? []);
}

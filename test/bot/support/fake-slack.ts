import { createBoltLog } from "../../../src/bot/slack/bolt-log.ts";
import { createSlackClients, type SlackClients } from "../../../src/bot/slack/slack-call.ts";
import { createFakeLog } from "../../support/fakes/fake-log.ts";

/** What one method answers: an object goes back as JSON, a function is asked with what was sent. */
export type Answers = Readonly<Record<string, (sent: URLSearchParams) => Response>>;

export interface FakeSlack extends SlackClients {
  /** Methods in the order they were called. */
  readonly calls: readonly string[];
}

/** Real clients on a transport in memory. */
export function createFakeSlack(answers: Answers): FakeSlack {
  const calls: string[] = [];
  const clients = createSlackClients("xoxb-test", {
    logger: createBoltLog(createFakeLog()),
    fetch: async (url, init) => {
      const method = new URL(url).pathname.replace("/api/", "");
      calls.push(method);
      const answer = answers[method];
      if (answer === undefined) return says({ ok: false, error: "unknown_method" });
      return answer(new URLSearchParams(typeof init?.body === "string" ? init.body : ""));
    },
  });
  return { ...clients, calls };
}

export function says(body: object, status = 200, headers: Record<string, string> = {}): Response {
  return Response.json(body, { status, headers });
}

export function refuses(error: string): Response {
  return says({ ok: false, error });
}

/** `auth.test` of the workspace that the people of the tests are in. */
export function authTest(): Response {
  return says({ ok: true, team_id: "T0ACME", user_id: "U0BOT" });
}

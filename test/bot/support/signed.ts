import { createHmac } from "node:crypto";
import { signingSecret } from "./an-office.ts";

export const someone = {
  team: { id: "T0ACME", domain: "acme" },
  user: { id: "U0BEN", username: "ben", team_id: "T0ACME" },
  trigger_id: "1.2.3",
  token: "t",
  api_app_id: "A1",
};

/** Sends a payload as Slack does, signed with the secret. */
export async function send(
  url: string,
  payload: object,
  secret = signingSecret,
): Promise<Response> {
  const body = new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
  return post(url, { body, type: "application/x-www-form-urlencoded", secret });
}

/** Sends what a bug keeps from being acknowledged, and does not wait: Bolt answers it, but only after three seconds. */
export function sendInVain(url: string, payload: object): void {
  void send(url, payload).catch(() => undefined);
}

/** Sends an event as Slack does: JSON, signed. */
export async function sendEvent(url: string, event: object): Promise<Response> {
  const body = JSON.stringify({ type: "event_callback", team_id: someone.team.id, event });
  return post(url, { body, type: "application/json", secret: signingSecret });
}

/** Sends any body, signed. */
export async function sendBody(url: string, body: string, type?: string): Promise<Response> {
  return post(url, { body, type, secret: signingSecret });
}

/** What makes a body Slack's. */
export function sign(body: string, secret = signingSecret): Record<string, string> {
  const at = String(Math.floor(Date.now() / 1000));
  const signature = createHmac("sha256", secret).update(`v0:${at}:${body}`).digest("hex");
  return { "x-slack-request-timestamp": at, "x-slack-signature": `v0=${signature}` };
}

async function post(
  url: string,
  {
    body,
    type,
    secret,
  }: { readonly body: string; readonly type?: string | undefined; readonly secret: string },
): Promise<Response> {
  return fetch(url, {
    method: "POST",
    headers: { ...(type !== undefined && { "content-type": type }), ...sign(body, secret) },
    // As bytes: fetch gives text a content type of its own.
    body: Buffer.from(body),
  });
}

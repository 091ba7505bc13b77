import type { Server } from "node:http";
import { App, type AppOptions, type Logger, LogLevel } from "@slack/bolt";
import type { Slack } from "../../../sandbox/slack/slack.ts";
import { startSlack } from "../../../sandbox/slack/start-slack.ts";
import type { SlackOptions } from "../../../sandbox/slack/workspace.ts";

export type Transport = "http" | "socket";

/** A small workspace with a real Bolt app in it. */
export interface Office {
  readonly slack: Slack;
  readonly app: App;
  stop(): Promise<void>;
}

export const signingSecret = "a-signing-secret";
const botToken = "xoxb-test";
const appToken = "xapp-test";

const workspace = {
  signingSecret,
  botToken,
  appToken,
  team: { id: "T01", name: "Northwind", domain: "northwind" },
  people: [
    { id: "UANN", name: "ann", realName: "Ann Archer", email: "ann@northwind.example" },
    { id: "UBOB", name: "bob" },
    { id: "UEVE", name: "eve", teamId: "T99" },
  ],
  channels: [
    { id: "C01", name: "workday", members: ["UANN", "UBOB"] },
    { id: "C02", name: "quiet", members: ["UANN"], hasBot: false },
  ],
  groups: [{ id: "S01", handle: "approvers", users: ["UBOB"] }],
  delivery: { kind: "socket" },
} satisfies SlackOptions;

export async function openOffice(
  transport: Transport,
  options: Partial<SlackOptions> = {},
): Promise<Office> {
  const slack = await startSlack({ ...workspace, ...options });
  const app = new App({
    token: botToken,
    signingSecret,
    logger: silent,
    tokenVerificationEnabled: false,
    clientOptions: { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 } },
    ...(transport === "socket" ? ({ socketMode: true, appToken } satisfies AppOptions) : {}),
  });
  app.error(async () => {});
  const server = await app.start(0);
  if (transport === "http") slack.pointAt({ kind: "http", url: urlOf(server) });

  return {
    slack,
    app,
    stop: async () => {
      await app.stop();
      await slack.stop();
    },
  };
}

function urlOf(server: unknown): string {
  const address = isServer(server) ? server.address() : null;
  if (address === null || typeof address === "string") throw new Error("the app has no port");
  return `http://127.0.0.1:${address.port}/slack/events`;
}

function isServer(value: unknown): value is Server {
  return typeof value === "object" && value !== null && "address" in value;
}

const silent: Logger = {
  debug: () => {},
  info: () => {},
  warn: () => {},
  error: () => {},
  setLevel: () => {},
  getLevel: () => LogLevel.ERROR,
  setName: () => {},
};

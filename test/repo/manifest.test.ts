import { globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";

/** The bot scopes that each method needs, as its page in Slack's API reference says. */
const scopesOf: Readonly<Record<string, readonly string[]>> = {
  // With the app-level token, whose scope is none of the bot's.
  "apps.connections.open": [],
  "auth.test": [],
  "chat.delete": ["chat:write"],
  "chat.postEphemeral": ["chat:write"],
  "chat.postMessage": ["chat:write"],
  "chat.update": ["chat:write"],
  "conversations.history": ["channels:history", "groups:history"],
  "conversations.info": ["channels:read", "groups:read"],
  "conversations.open": ["im:write"],
  "conversations.replies": ["channels:history", "groups:history"],
  "usergroups.list": ["usergroups:read"],
  "usergroups.users.list": ["usergroups:read"],
  "users.info": ["users:read"],
  "views.open": [],
  "views.push": [],
  "views.publish": [],
  "views.update": [],
};

/** Besides methods: what Slack sends only with a scope. */
const scopesOfPayloads = ["commands"];

const Manifest = z.object({
  features: z.object({
    app_home: z.object({ home_tab_enabled: z.boolean() }),
    slash_commands: z.array(z.object({ command: z.string(), should_escape: z.boolean() })),
  }),
  oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()) }) }),
  settings: z.object({
    interactivity: z.object({ is_enabled: z.boolean() }),
    event_subscriptions: z.object({ bot_events: z.array(z.string()) }),
  }),
});

function readText(path: string): string {
  return readFileSync(path, "utf8");
}

function methodsIn(folder: string): readonly string[] {
  const call = /\b(?:repeating|once)\.((?:[a-z]+\.)+[a-zA-Z]+)\(/g;
  const found = globSync(`${folder}/**/*.ts`).flatMap((file) =>
    [
      ...readText(file)
        .replaceAll(/\s*\n\s*(?=\.)/g, "")
        .matchAll(call),
    ].map(([, method = ""]) => method),
  );
  return [...new Set(found)].toSorted();
}

/** The published schema. Three of its keywords are Slack's own or say nothing to a validator of drafts. */
const Schema = z.fromJSONSchema(
  z
    .record(z.string(), z.json())
    .parse(JSON.parse(readText("docs/reference/slack-manifest.schema.json"))),
);

describe("manifest.yml", () => {
  const text = readText("manifest.yml");
  const raw: unknown = parse(text);
  const manifest = Manifest.parse(raw);
  const { bot } = manifest.oauth_config.scopes;

  it("is valid against Slack's schema", () => {
    expect(Schema.safeParse(raw).error).toBeUndefined();
  });

  it.each<[what: string, change: object]>([
    ["an unknown key", { display: {} }],
    ["a name that is too long", { display_information: { name: "x".repeat(36) } }],
  ])("would not pass with %s", (_what, change) => {
    const changed = { ...z.record(z.string(), z.unknown()).parse(raw), ...change };

    expect(Schema.safeParse(changed).success).toBe(false);
  });

  it("is valid with delivery over HTTP", () => {
    const http = text
      .replaceAll(/# ((?:request_|message_menu_options_)?url: https)/g, "$1")
      .replace("socket_mode_enabled: true", "socket_mode_enabled: false");

    expect(http.match(/^\s+[a-z_]*url: https/gm)).toHaveLength(4);
    expect(Schema.safeParse(parse(http)).error).toBeUndefined();
  });

  it("asks for exactly the scopes that the bot's calls need", () => {
    const needed = methodsIn("src/bot").flatMap((method) => scopesOf[method] ?? [`? ${method}`]);

    expect(bot.toSorted()).toEqual([...new Set([...scopesOfPayloads, ...needed])].toSorted());
  });

  it("subscribes to exactly the events that the bot listens to, and shows its Home tab", () => {
    const listened = globSync("src/bot/**/*.ts").flatMap((file) =>
      [...readText(file).matchAll(/app\.event\("([a-z_]+)"/g)].map(([, event = ""]) => event),
    );

    expect(manifest.settings.event_subscriptions.bot_events).toEqual(listened);
    expect(manifest.features.app_home.home_tab_enabled).toBe(listened.includes("app_home_opened"));
  });

  it("lists no method that the bot does not call", () => {
    expect(methodsIn("src/bot")).toEqual(Object.keys(scopesOf).toSorted());
  });

  it("gives each scope its reason", () => {
    const lines = text.split("\n");
    const without = bot.filter((scope) => {
      const at = lines.findIndex((line) => line.trim() === `- ${scope}`);
      return !(lines[at - 1] ?? "").trim().startsWith("# ");
    });

    expect(without).toEqual([]);
  });

  it("has the one command, with mentions and links as ids, and interactivity", () => {
    expect(manifest.features.slash_commands).toEqual([
      { command: "/workday-isu", should_escape: true },
    ]);
    expect(manifest.settings.interactivity.is_enabled).toBe(true);
  });
});

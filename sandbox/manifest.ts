import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";

const Manifest = z.object({
  features: z.object({
    app_home: z.object({ home_tab_enabled: z.boolean() }),
    slash_commands: z
      .array(z.object({ command: z.string(), description: z.string(), usage_hint: z.string() }))
      .min(1),
  }),
  oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()).min(1) }) }),
  settings: z.object({ event_subscriptions: z.object({ bot_events: z.array(z.string()) }) }),
});

/** What `manifest.yml` asks for: the emulated workspace grants this and nothing else. */
export interface Granted {
  /** The bot token's. */
  readonly scopes: readonly string[];
  readonly hasHome: boolean;
}

export function readManifest(): Granted {
  const { features, oauth_config, settings } = read();
  const isTold = settings.event_subscriptions.bot_events.includes("app_home_opened");
  return {
    scopes: oauth_config.scopes.bot,
    hasHome: features.app_home.home_tab_enabled && isTold,
  };
}

/** One use of a slash command, as the manifest's hint spells it. */
export interface Usage {
  /** With its slash, as in `/workday-isu create`. */
  readonly command: string;
  /** What may follow, each as it stands in brackets: `recipe`, `request or ISU`. */
  readonly follows: readonly string[];
}

/** Every use of the app's slash commands: what Slack itself would show of them. */
export function readUsages(): readonly Usage[] {
  return read().features.slash_commands.flatMap(({ command, usage_hint: hint }) =>
    hint.split("|").map((use) => ({
      command: `${command} ${(use.split("[")[0] ?? "").trim()}`,
      follows: [...use.matchAll(/\[([^\]]+)\]/g)].map(([, name = ""]) => name),
    })),
  );
}

function read(): z.infer<typeof Manifest> {
  const text = readFileSync(new URL("../manifest.yml", import.meta.url), "utf8");
  return Manifest.parse(parse(text));
}

import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";

const Manifest = z.object({
  features: z.object({ app_home: z.object({ home_tab_enabled: z.boolean() }) }),
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
  const text = readFileSync(new URL("../manifest.yml", import.meta.url), "utf8");
  const { features, oauth_config, settings } = Manifest.parse(parse(text));
  const isTold = settings.event_subscriptions.bot_events.includes("app_home_opened");
  return {
    scopes: oauth_config.scopes.bot,
    hasHome: features.app_home.home_tab_enabled && isTold,
  };
}

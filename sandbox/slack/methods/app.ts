import { randomUUID } from "node:crypto";
import { z } from "zod";
import { defineMethod, Flag } from "./method.ts";

/** @see Slack: auth.test */
export const authTest = defineMethod({
  name: "auth.test",
  args: {},
  run: ({ team, bot }) => ({
    ok: true,
    url: `https://${team.domain}.slack.com/`,
    team: team.name,
    user: bot.name,
    team_id: team.id,
    user_id: bot.userId,
    bot_id: bot.botId,
    is_enterprise_install: false,
  }),
});

/** @see Slack: apps.connections.open */
export const openConnection = defineMethod({
  name: "apps.connections.open",
  token: "app",
  args: { debug_reconnects: Flag, app_token: z.string().optional() },
  run: (world) => ({
    ok: true,
    url: `${world.url.replace("http:", "ws:")}/link/?ticket=${randomUUID()}&app_id=${world.bot.appId}`,
  }),
});

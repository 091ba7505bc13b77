import { eyes } from "./eyes.ts";
import { others } from "./others.ts";
import { ofVault, ofWorkday } from "./services.ts";
import { ofSlack } from "./slack.ts";
import type { SwitchGroup } from "./switch.ts";

/** Everything that can be made to go wrong here, as the page lists it. */
export const switchGroups: readonly SwitchGroup[] = [
  {
    title: "The bot",
    switches: [
      {
        kind: "at-next-step",
        name: "kill-in-step",
        title: "Kill the bot in its next step",
        about:
          "kill -9 while Workday carries the step out. Start it again: nothing is lost or done twice.",
        act: ({ bot }) => bot.kill(),
      },
    ],
  },
  { title: "Other people", isOfTenant: true, switches: others },
  { title: "What the bot can see", isOfTenant: true, switches: eyes },
  { title: "Workday, all tenants", switches: ofWorkday },
  { title: "Key Vault", switches: ofVault },
  { title: "Slack", switches: ofSlack },
];

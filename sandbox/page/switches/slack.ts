import { scene } from "../../scene.ts";
import { faultsOfSlack } from "./services.ts";
import type { Switch } from "./switch.ts";

/** Slack's connection, and what its administrators may do to the bot. */
export const ofSlack: readonly Switch[] = [
  ...faultsOfSlack,
  {
    kind: "state",
    name: "channel-lost",
    title: "The bot loses its channel",
    about: "Somebody removed it from #workday-access. Nothing new is begun there.",
    turn: ({ slack }, isOn) => (isOn ? slack.remove(scene.channel) : slack.giveBack(scene.channel)),
  },
  {
    kind: "state",
    name: "group-hidden",
    title: "The approvers' group is hidden",
    about: "Nobody can tell who is in @security: only people named one by one count.",
    turn: ({ slack }, isOn) => slack.hideGroup(scene.groups.security, isOn),
  },
  {
    kind: "once",
    name: "deliver-twice",
    title: "Deliver the next click twice",
    about: "Slack repeats what it takes for lost. It must count once.",
    act: ({ slack }) => {
      slack.deliverTwice({ isAtOnce: true });
      return "The next command, click or submission arrives twice.";
    },
  },
  {
    kind: "once",
    name: "cut-socket",
    title: "Cut the sockets",
    about: "The connections to Slack break; the bot opens others.",
    act: ({ slack }) => {
      const cut = slack.dropConnections("cut");
      return `${cut} ${cut === 1 ? "socket was" : "sockets were"} cut.`;
    },
  },
];

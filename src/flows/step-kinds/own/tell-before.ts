import type { OwnStepKind } from "../../request/step-kind.ts";

export const tellBefore: OwnStepKind<"tell-before"> = {
  name: "tell-before",
  title: "telling the people named",
  describe: () => "Tell the people named that the password changes now",
  takesEffect: false,
  by: "the bot, in Slack",
};

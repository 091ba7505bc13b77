import type { OwnStepKind } from "../../request/step-kind.ts";

export const tellAfter: OwnStepKind<"tell-after"> = {
  name: "tell-after",
  title: "telling the people named",
  describe: () => "Tell them that it is changed",
  takesEffect: false,
  by: "the bot, in Slack",
};

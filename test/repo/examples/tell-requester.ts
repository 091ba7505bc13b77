import { userOf } from "../../../src/flows/request/names-in-draft.ts";
import type { OwnStepKind } from "../../../src/flows/request/step-kind.ts";

export const tellRequester: OwnStepKind<"tell-requester"> = {
  name: "tell-requester",
  title: "telling who asked",
  describe: (draft) => `Tell who asked that ${userOf(draft)} can be used`,
  takesEffect: false,
  by: "the bot, in Slack",
};

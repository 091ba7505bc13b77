import type { types } from "@slack/bolt";
import type { RawSignOn } from "../../flows/model/sign-on.ts";
import { plain } from "../blocks/block.ts";
import { problemOf } from "../blocks/form-fields.ts";
import { actions } from "../payloads/action-ids.ts";
import type { FieldOf } from "./field.ts";
import { choiceIn } from "./read-inputs.ts";

const options = {
  bot: { text: plain("The bot, straight into Key Vault", 75), value: "bot" },
  workday: { text: plain("Workday, at random: nobody ever knows it", 75), value: "workday" },
} as const satisfies Record<RawSignOn["passwordFrom"], types.PlainTextOption>;

export const passwordFrom: FieldOf<RawSignOn, "passwordFrom"> = {
  labels: { passwordFrom: "Who makes the password" },
  show: ({ raw }, problems) => [
    {
      type: "input",
      block_id: "passwordFrom",
      label: plain(passwordFrom.labels.passwordFrom, 2000),
      hint: plain(
        "Nobody ever knows Workday's: for x509 or SAML alone, or until a rotation.",
        2000,
      ),
      element: {
        type: "static_select",
        action_id: actions.input,
        options: [options.bot, options.workday],
        initial_option: options[raw.passwordFrom],
      },
    },
    ...problemOf("passwordFrom", problems),
  ],
  read: ({ inputs }) => ({
    passwordFrom: choiceIn(inputs, "passwordFrom") === "workday" ? "workday" : "bot",
  }),
};

import { askForUser } from "./ask-for-user.ts";
import type { SlashCommand } from "./command.ts";
import { registerForm } from "./form.ts";

export const create: SlashCommand = {
  name: "create",
  usage: "[recipe] [tenant]",
  summary:
    "asks for a new integration user: a form, a plan, an approval, and the password straight into Key Vault. Nothing is changed before you have seen the plan",
  run: askForUser,
  register: registerForm,
};

import { askForUser } from "./ask-for-user.ts";
import type { SlashCommand } from "./command.ts";
import { registerForm } from "./form.ts";

export const create: SlashCommand = {
  name: "create",
  usage: "[recipe] [tenant]",
  example: "viva-learning",
  summary: "a new integration user",
  more: "Asks for a new integration user: a form, a plan, an approval, and the password straight into Key Vault. Nothing is changed before you have seen the plan. With a recipe the form is filled with what the vendor's guide asks for.",
  button: { text: "New integration user", typed: "create" },
  run: askForUser,
  register: registerForm,
};

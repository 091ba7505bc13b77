import { changeView, openForAccount } from "./about-account.ts";
import type { SlashCommand } from "./command.ts";

const name = "retire";

export const retire: SlashCommand = {
  name,
  usage: "[ISU]",
  summary: "for the end of an account",
  run: (parts, call, about) =>
    openForAccount(parts, call, {
      name,
      about,
      toView: (sought) => changeView(parts, name, sought),
    }),
};

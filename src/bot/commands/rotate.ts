import { changeView, openForAccount } from "./about-account.ts";
import type { SlashCommand } from "./command.ts";

const name = "rotate";

export const rotate: SlashCommand = {
  name,
  usage: "[ISU]",
  summary: "asks for another password",
  run: (parts, call, about) =>
    openForAccount(parts, call, {
      name,
      about,
      toView: (sought) => changeView(parts, name, sought),
    }),
};

import { changeView, openForAccount } from "./about-account.ts";
import type { SlashCommand } from "./command.ts";

const name = "rotate";

export const rotate: SlashCommand = {
  name,
  usage: "[ISU]",
  example: "ISU_Viva",
  summary: "another password",
  more: "Asks for another password of an account. The plan says who is told when it changes.",
  run: (parts, call, about) =>
    openForAccount(parts, call, {
      name,
      about,
      toView: (sought) => changeView(parts, name, sought),
    }),
};

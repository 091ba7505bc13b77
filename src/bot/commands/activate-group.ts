import { changeView, openForAccount } from "./about-account.ts";
import type { SlashCommand } from "./command.ts";

const name = "activate-group";

export const activateGroup: SlashCommand = {
  name,
  usage: "[ISU]",
  example: "ISU_Viva",
  summary: "make its group active",
  more: "Asks that the inactive group of an account becomes active.",
  run: (parts, call, about) =>
    openForAccount(parts, call, {
      name,
      about,
      toView: (sought) => changeView(parts, name, sought),
    }),
};

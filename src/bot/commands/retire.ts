import { changeView, openForAccount } from "./about-account.ts";
import type { SlashCommand } from "./command.ts";

const name = "retire";

export const retire: SlashCommand = {
  name,
  usage: "[ISU]",
  example: "ISU_Viva",
  summary: "the end of an account",
  more: "Asks for the end of an account: what it may do is taken away, and nobody knows its password any more.",
  run: (parts, call, about) =>
    openForAccount(parts, call, {
      name,
      about,
      toView: (sought) => changeView(parts, name, sought),
    }),
};

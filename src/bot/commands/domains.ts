import { browseDomains } from "../list-views/domains.ts";
import type { SlashCommand } from "./command.ts";

export const domains: SlashCommand = {
  name: "domains",
  usage: "[area or text]",
  example: "learning",
  summary: "what can be granted",
  more: "Looks through the domain security policies and business processes that are known.",
  answer: ({ deps, rest }) => browseDomains(deps.catalogue, rest),
};

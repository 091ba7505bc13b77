import { browseDomains } from "../list-views/domains.ts";
import type { Command } from "./command.ts";

export const domains: Command = {
  name: "domains",
  usage: "[area or text]",
  summary: "looks through the domain security policies and business processes that are known",
  answer: ({ deps, rest }) => browseDomains(deps.catalogue, rest),
};

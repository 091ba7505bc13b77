import type { FlowDeps } from "../../../src/flows/ports/deps.ts";

/** The bot has pages of its own. */
export const pages: Pick<FlowDeps, "pageLink"> = {
  pageLink: (page, token) => `https://isu-bot.example/${page}#${token}`,
};

/** The bot has none, and says how people store values. */
export const byHand: Pick<FlowDeps, "describeVaultCommand"> = {
  describeVaultCommand: ({ name, file }) => `store ${file} as ${name}`,
};

/** The same deps after `web` left the configuration. */
export function withoutPages({ pageLink: _gone, ...deps }: FlowDeps): FlowDeps {
  return { ...deps, ...byHand };
}

import { type Block, buttons, type Modal, plain, section } from "../blocks/block.ts";
import { code } from "../blocks/mrkdwn.ts";
import { actions } from "../payloads/action-ids.ts";
import { serializeMetadata } from "../payloads/metadata.ts";
import type { Invocation } from "../payloads/parse-payload.ts";
import { openForAccount } from "./about-account.ts";
import type { SlashCommand } from "./command.ts";

const name = "change";

export const change: SlashCommand = {
  name,
  usage: "[ISU]",
  example: "ISU_Viva",
  summary: "asks what to change",
  more: "Asks what to change about an account that exists, and opens the form for it.",
  run: (parts, call, about) =>
    openForAccount(parts, call, { name, about, toView: () => askWhat(call, about) }),
};

/** What can be changed, by the word of the command whose form its button opens. */
const menu = {
  settings: {
    button: "Settings",
    words:
      "*Settings of the account*: session timeout, UI sessions, a new password at the next sign-in, x509, SAML, exemption from password expiration, authentication policy",
  },
  permissions: {
    button: "Permissions",
    words: "*What it may do*: domain permissions and business processes of its group",
  },
  segments: {
    button: "Segments",
    words: "*What it may do in some segments only*, such as learning topics, or the end of that",
  },
  "api-client": {
    button: "API client",
    words: "*Its API client*: a new one, another refresh token, or its end",
  },
  rotate: { button: "New password", words: "*Its password*: another one in Key Vault" },
};

/** The press opens in place of this window what the command would open. */
function askWhat({ channel }: Invocation, about: string): Modal {
  return {
    type: "modal",
    title: plain("Change an account", 24),
    close: plain("Cancel", 24),
    blocks: [
      section(`*What do you want to change about ${code(about)}?*`),
      ...Object.entries(menu).flatMap(([command, { button, words }]): Block[] => [
        section(words),
        buttons([
          {
            id: actions.openAgain,
            text: button,
            value: serializeMetadata({ channel, typed: `${command} ${about}` }),
          },
        ]),
      ]),
    ],
  };
}

import type { App } from "@slack/bolt";
import { toRawSettings } from "../../flows/intake/prepare-settings.ts";
import { notice } from "../blocks/notice.ts";
import { formFor, readKept } from "../kinds/kinds.ts";
import { modals } from "../payloads/action-ids.ts";
import { parseFormMetadata } from "../payloads/metadata.ts";
import type { Invocation } from "../payloads/parse-payload.ts";
import { registerSentForm } from "../plan-review/form-submission.ts";
import { toEntered } from "../plan-review/typed-before.ts";
import type { BotParts } from "../slack/deps.ts";
import { openAndFill } from "../slack/show-view.ts";
import type { SlashCommand } from "./command.ts";
import { findOne } from "./find-account-permissions.ts";

const name = "settings";

export const settings: SlashCommand = {
  name,
  usage: "[ISU]",
  example: "ISU_Viva",
  summary: "timeout, keys, SAML",
  more: "Asks for other settings of an account: session timeout, UI sessions, a new password at the next sign-in, x509, SAML, password expiration, authentication policy.",
  run: changeSettings,
  register: registerSettings,
};

/** Asks for other settings of an account that exists: `<ISU> [tenant or security group]`. */
async function changeSettings(parts: BotParts, call: Invocation, about: string): Promise<void> {
  const { deps } = parts;
  await openAndFill(parts, { call, typed: `${name} ${about}` }, async () => {
    const one = await findOne(parts, call, { command: name, about, look: deps.findSettings });
    if (!one.ok) return notice(one.error);
    const { tenant, found } = one.value;
    const id = deps.newRequestId();
    const raw = toRawSettings(tenant, found);
    // What the form is filled with is kept: the difference is to it.
    await deps.store.keepDraft(id, { by: call.by, raw });
    return formFor({ id, tenant, raw });
  });
}

/** The form goes on from what it was filled with. */
function registerSettings(app: App, parts: BotParts): void {
  registerSentForm(app, parts, {
    modal: modals.settings,
    parse: parseFormMetadata,
    read: ({ submission: { inputs }, carried, kept }) =>
      readKept(modals.settings, kept, toEntered(parts, inputs, carried)),
  });
}

import type { App } from "@slack/bolt";
import { parseClient, toRawClient } from "../../flows/intake/parse-client.ts";
import { findInInventory, toAccount } from "../../flows/inventory/inventory.ts";
import type { FieldProblems, RawClient } from "../../flows/request/raw-draft.ts";
import type { Modal } from "../blocks/block.ts";
import { pageRefusals, refusals } from "../blocks/messages.ts";
import { clientChanges } from "../forms/change-fields.ts";
import { tenantIn } from "../forms/change-form.ts";
import { suggestAreas } from "../forms/client-fields.ts";
import { clientFields, clientForm, linkToEntry } from "../forms/client-form.ts";
import type { Entered } from "../forms/field.ts";
import { actions, modals } from "../payloads/action-ids.ts";
import {
  type ClientMetadata,
  parseClientMetadata,
  parseStepMetadata,
} from "../payloads/metadata.ts";
import { parsePress, parseSuggestion } from "../payloads/parse-payload.ts";
import { registerSentForm } from "../plan-review/form-submission.ts";
import { type BotParts, findRecipe } from "../slack/deps.ts";
import { toMessage } from "../slack/send-directly.ts";
import { tellPrivately } from "../slack/tell-privately.ts";
import { changeView, openForAccount } from "./about-account.ts";
import type { SlashCommand } from "./command.ts";
import type { Sought } from "./find-accounts.ts";
export const apiClient: SlashCommand = {
  name: "api-client",
  usage: "[ISU]",
  example: "ISU_Viva",
  summary: "a client and its token",
  more: "Asks for an API client with a refresh token, for another token, or for the client's end.",
  run: (parts, call, about) =>
    openForAccount(parts, call, {
      name: "api-client",
      about,
      toView: (sought) => clientView(parts, sought),
    }),
  register: registerClient,
};

/** The form for an API client; where the account has one, for what becomes of it. */
async function clientView({ deps }: BotParts, { named, tenants }: Sought): Promise<Modal> {
  const { userName, groupName } = named;
  const id = deps.newRequestId();
  const kept = await Promise.all(
    tenants.map(async (tenant) => ({
      tenant,
      request: await findInInventory(deps.store, { tenant: tenant.name, userName }),
    })),
  );
  const without = kept.filter(
    ({ request }) => request === undefined || toAccount(request).client === undefined,
  );
  const [first] = without;
  if (first === undefined) {
    return changeView({ deps }, clientChanges[0], { named, tenants });
  }
  const recipe = first.request && findRecipe(deps, first.request.draft);
  const where = groupName === "" ? {} : { groupName };
  const raw = toRawClient(recipe, { tenant: first.tenant.name, userName, ...where });
  return clientForm({ id, tenants: without.map(({ tenant }) => tenant), raw });
}

/** The form, its search, and the button that leads to the page where the values are entered. */
function registerClient(app: App, parts: BotParts): void {
  app.options(actions.areas, async ({ ack, body }) => {
    await ack({ options: suggestAreas(parts.deps.catalogue, parseSuggestion(body).text) });
  });
  registerSentForm(app, parts, {
    modal: modals.client,
    parse: parseClientMetadata,
    read: ({ submission, carried }) => {
      const { catalogue } = parts.deps;
      const raw = readClient({ inputs: submission.inputs, catalogue }, carried);
      return { raw, check: () => checkClient(raw) };
    },
  });
  // The press decides nothing, and its answer holds a token and a code: it goes to this person alone.
  app.action(actions.enterValues, async ({ ack, body, action }) => {
    await ack();
    const { by, value, responseUrl } = parsePress(body, action);
    const invitation = await parts.deps.inviteToEnter({ by, ...parseStepMetadata(value) });
    const words = invitation.ok
      ? linkToEntry(invitation.value)
      : { ...refusals, ...pageRefusals }[invitation.error];
    if (responseUrl !== undefined) await tellPrivately(parts, responseUrl, toMessage(words));
  });
}

function checkClient(raw: RawClient): FieldProblems {
  const client = parseClient(raw);
  return client.ok ? {} : client.error;
}

function readClient(
  { inputs, catalogue }: Entered,
  { userName, groupName, tenants }: ClientMetadata,
): RawClient {
  const where = groupName === undefined ? {} : { groupName };
  const empty = toRawClient(undefined, { tenant: tenantIn(inputs, tenants), userName, ...where });
  return { ...empty, ...clientFields.read({ inputs, catalogue }) };
}

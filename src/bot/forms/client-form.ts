import {
  type ApiClient,
  type ClientOutcome,
  type ClientValue,
  describeClientScope,
} from "../../flows/model/api-client.ts";
import type { RequestId } from "../../flows/model/ids.ts";
import type { FieldProblems, RawClient } from "../../flows/request/raw-draft.ts";
import type { StoredClientSecrets } from "../../flows/request/step-facts.ts";
import type { Tenant } from "../../flows/tenant/tenant.ts";
import { type Block, type Modal, plain, plainSection, section } from "../blocks/block.ts";
import { problemOf } from "../blocks/form-fields.ts";
import { code, escape } from "../blocks/mrkdwn.ts";
import { sayAgain } from "../blocks/notice.ts";
import { modals } from "../payloads/action-ids.ts";
import { serializeMetadata } from "../payloads/metadata.ts";
import { askWhere, namesOf } from "./change-form.ts";
import { areas, clientName, options } from "./client-fields.ts";
import { listFields } from "./field.ts";
import { why } from "./why-fields.ts";
/** The fields, in the order of the window. */
export const clientFields = listFields(clientName).and(areas).and(options).and(why);

export interface ClientContent {
  readonly id: RequestId;
  /** Where it can be asked for; at least one. */
  readonly tenants: readonly Tenant[];
  readonly raw: RawClient;
  readonly problems?: FieldProblems;
  /** What failed, in plain words. Everything typed stays. */
  readonly banner?: string;
}

/** Asks what Workday's own form asks, and why. */
export function clientForm({ id, tenants, raw, problems = {}, banner }: ClientContent): Modal {
  const { userName, groupName } = raw;
  const where = groupName === undefined ? {} : { groupName };
  const carried = { id, userName, ...where, tenants: namesOf(tenants) };
  return {
    type: "modal",
    callback_id: modals.client,
    private_metadata: serializeMetadata(carried),
    title: plain("API client", 24),
    submit: plain("Check", 24),
    close: plain("Cancel", 24),
    blocks: [
      ...sayAgain(banner),
      section(
        `*An API client for ${code(userName)}.* An approver has to agree; then a person registers it in Workday, and what Workday shows goes straight into Key Vault.`,
      ),
      ...problemOf("userName", problems),
      ...askWhere(tenants, `api-client ${userName}`),
      ...clientFields.show({ raw }, problems),
    ],
  };
}

/** The client that a request is about. */
export function showClient(client: ApiClient | undefined): Block[] {
  return client === undefined
    ? []
    : [plainSection(`API client: ${client.name}\nIts scope: ${describeClientScope(client)}`)];
}

const names: Record<ClientValue, string> = {
  "client-id": "Client id",
  "client-secret": "Client secret",
  "refresh-token": "Refresh token",
};

/** Where a client's values are, and whether they were tried. Never a value. */
export function showStored(client: StoredClientSecrets | undefined): Block[] {
  if (client === undefined) return [];
  const lines = client.stored.map(
    ({ value, reference }) => `${names[value]}: ${code(reference.url)}`,
  );
  return [
    section(
      `*What Workday showed is in Key Vault*, and nowhere else.\n${lines.join("\n")}\n${escape(describeTrial(client.outcome))}`,
    ),
  ];
}

function describeTrial(outcome: ClientOutcome): string {
  return outcome.kind === "verified"
    ? "Tried: the token endpoint took the values, and a REST call with them was answered."
    : `${outcome.kind === "call-refused" ? "Tried" : "Unverified"}: ${outcome.words}`;
}

/** A link to the page that takes the values, for one person. */
export function linkToEntry({
  link,
  code: typed,
}: {
  readonly link: string;
  readonly code?: string;
}): string {
  const proof =
    typed === undefined
      ? "The page asks for your passkey."
      : `The page asks for this code: ${code(typed)}`;
  return `<${link}|Enter the values>\n${proof}\nThe link is yours alone, for ten minutes and five tries. Check that the page's address begins with ${code(`${new URL(link).origin}/`)}. Paste nothing of what Workday shows into Slack.`;
}

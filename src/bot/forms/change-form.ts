import { kindOf } from "../../flows/kinds/kinds.ts";
import type { RequestId } from "../../flows/model/ids.ts";
import type { SecurityTimestamp } from "../../flows/model/tenant-reports.ts";
import type {
  FieldProblems,
  RawActivation,
  RawChange,
  RawRollback,
} from "../../flows/request/raw-draft.ts";
import type { Tenant } from "../../flows/tenant/tenant.ts";
import { type Block, type Modal, plain, section } from "../blocks/block.ts";
import { problemOf } from "../blocks/form-fields.ts";
import { escape } from "../blocks/mrkdwn.ts";
import { sayAgain } from "../blocks/notice.ts";
import { productionBanner } from "../blocks/production.ts";
import { optionLimit } from "../blocks/search-options.ts";
import { modals } from "../payloads/action-ids.ts";
import { serializeMetadata } from "../payloads/metadata.ts";
import type { Submission } from "../payloads/parse-payload.ts";
import { askTenant, chooserBlocks } from "./chooser.ts";
import { choiceIn } from "./read-inputs.ts";
/** What asks for no more than a few fields. */
export type AnyChange = RawChange | RawActivation | RawRollback;

export interface ChangeContent<Raw extends AnyChange = AnyChange> {
  readonly id: RequestId;
  /** Where it can be asked for; at least one. */
  readonly tenants: readonly Tenant[];
  readonly raw: Raw;
  /** The tenant's activations to choose from, newest first; absent where one is chosen. */
  readonly listed?: readonly SecurityTimestamp[];
  readonly problems?: FieldProblems;
  /** What failed, in plain words. Everything typed stays. */
  readonly banner?: string;
}

/** What the form of one kind of change says besides. */
export interface ChangeWords {
  readonly introduction: string;
  /** The command that takes a tenant's name behind it. */
  readonly command: string;
  readonly fields: readonly Block[];
}

/** Asks why, and what else a change needs that the inventory does not know. */
export function changeWindow(content: ChangeContent, own: ChangeWords): Modal {
  const { id, tenants, raw, problems = {}, banner } = content;
  const userName = "userName" in raw ? raw.userName : "";
  return {
    type: "modal",
    callback_id: modals.change,
    private_metadata: serializeMetadata({
      id,
      kind: raw.kind,
      userName,
      ...("groupName" in raw && { groupName: raw.groupName }),
      tenants: namesOf(tenants),
      ...("newest" in raw && { newest: raw.newest, timestamp: raw.timestamp }),
    }),
    title: plain(kindOf(raw).title, 24),
    submit: plain("Check", 24),
    close: plain("Cancel", 24),
    blocks: [
      ...sayAgain(banner),
      section(own.introduction),
      ...problemOf("userName", problems),
      ...askWhere(tenants, `${own.command} ${userName}`.trimEnd()),
      ...own.fields,
    ],
  };
}

/** Says which tenant it is, or asks where there are several. */
export function askWhere(tenants: readonly Tenant[], command: string): Block[] {
  const [only] = tenants;
  if (tenants.length !== 1 || only === undefined) return askTenant(tenants, command);
  const production = only.production ? "\n*PRODUCTION*: real people's data." : "";
  const where = section(`*Tenant:* ${escape(only.label)}${production}`);
  return only.observe === true ? [where, ...productionBanner(only)] : [where];
}

/** What of a form's tenants is offered, and travels with it. */
export function namesOf(tenants: readonly Tenant[]): Tenant["name"][] {
  return tenants.slice(0, optionLimit).map(({ name }) => name);
}

/** The tenant that was chosen, or the one that there was no choice of. */
export function tenantIn(inputs: Submission["inputs"], tenants: readonly Tenant["name"][]): string {
  const chosen = choiceIn(inputs, chooserBlocks.tenant);
  return tenants.find((name) => name === chosen) ?? tenants[0] ?? "";
}

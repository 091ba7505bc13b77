import { kindOf } from "../../flows/kinds/kinds.ts";
import { instant, type RequestId, slackIdsOf } from "../../flows/model/ids.ts";
import type { SecurityTimestamp } from "../../flows/model/tenant-reports.ts";
import type {
  FieldProblems,
  RawActivation,
  RawChange,
  RawRollback,
} from "../../flows/request/draft.ts";
import type { Tenant } from "../../flows/tenant/tenant.ts";
import { formatTimestamp } from "../../flows/wording/describe-rollback.ts";
import { type Block, type Modal, plain, plainSection, section } from "../blocks/block.ts";
import { askWhy, problemOf } from "../blocks/form-fields.ts";
import { code, escape, moment } from "../blocks/mrkdwn.ts";
import { optionLimit } from "../blocks/search-options.ts";
import { actions, modals } from "../payloads/action-ids.ts";
import { serializeMetadata } from "../payloads/metadata.ts";
import { askTenant, chooserBlocks } from "./chooser.ts";

export const changeBlocks = {
  tenant: chooserBlocks.tenant,
  tell: "tell",
  timestamp: "timestamp",
  what: "what",
} as const;

/** What can become of an account's API client. */
export const clientChanges = ["replace-token", "disable-client"] as const;

/** What becomes of a client is asked for with the client's own command. */
function commandOf(kind: ChangeContent["raw"]["kind"]): string {
  return clientChanges.some((one) => one === kind) ? "api-client" : kind;
}

export interface ChangeContent {
  readonly id: RequestId;
  /** Where it can be asked for; at least one. */
  readonly tenants: readonly Tenant[];
  readonly raw: RawChange | RawActivation | RawRollback;
  /** The tenant's activations to choose from, newest first; absent where one is chosen. */
  readonly listed?: readonly SecurityTimestamp[];
  readonly problems?: FieldProblems;
  /** What failed, in plain words. Everything typed stays. */
  readonly banner?: string;
}

/** Asks why, and what else a change needs that the inventory does not know. */
export function changeForm(content: ChangeContent): Modal {
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
      ...(raw.kind === "rollback" && { newest: raw.newest, timestamp: raw.timestamp }),
    }),
    title: plain(kindOf(raw).title, 24),
    submit: plain("Check", 24),
    close: plain("Cancel", 24),
    blocks: [
      ...(banner === undefined ? [] : [plainSection(`${banner} What you typed is still here.`)]),
      section(introduce(raw.kind, userName)),
      ...problemOf("userName", problems),
      ...askWhere(tenants, `${commandOf(raw.kind)} ${userName}`.trimEnd()),
      ...(raw.kind === "rotate" ? askWhom(raw) : []),
      ...(raw.kind === "rollback" ? askTimestamp(raw, content) : []),
      ...problemOf("timestamp", problems),
      ...(raw.kind === "replace-token" || raw.kind === "disable-client" ? askWhat(raw.kind) : []),
      ...askWhy(raw, problems),
    ],
  };
}

function introduce(kind: ChangeContent["raw"]["kind"], userName: string): string {
  const said: Record<ChangeContent["raw"]["kind"], string> = {
    rotate: `*Another password for ${code(userName)}.* An approver has to agree; then the bot issues it straight into Key Vault, where nobody sees it, and disables the one before.`,
    retire: `*The end of ${code(userName)}.* Its permissions and its membership are taken away, its group is inactivated unless others are in it, its account is closed as far as Workday lets anybody, and its secret is disabled. Nothing is done before an approver has agreed.`,
    "activate-group": `*The group of ${code(userName)} becomes active.* It was made inactive: what it is granted counts from the moment it is activated. An approver has to agree before.`,
    "replace-token": `*The API client of ${code(userName)}.* Its refresh token can be replaced, or the client can be disabled. Nothing is done before an approver has agreed.`,
    "disable-client": `*The end of the API client of ${code(userName)}.* Nothing is done before an approver has agreed.`,
    activate:
      "*Activate what is pending, by itself.* It takes effect for everything that is pending in the tenant, from whomever it is. An approver sees all of it and has to agree.",
    rollback:
      "*Back to an earlier activation.* What was activated after it stops working at once and becomes pending again, from whomever it is. The plan shows what the bot knows of it, and an approver has to agree.",
  };
  return said[kind];
}

function askWhat(kind: (typeof clientChanges)[number]): Block[] {
  const options = clientChanges.map((value) => ({
    text: plain(value === "replace-token" ? "Replace the refresh token" : "Disable the client", 75),
    value,
  }));
  const initial = options.find(({ value }) => value === kind);
  return [
    {
      type: "input",
      block_id: changeBlocks.what,
      label: plain("What to do", 2000),
      element: {
        type: "static_select",
        action_id: actions.input,
        options,
        ...(initial && { initial_option: initial }),
      },
    },
  ];
}

/** Says which tenant it is, or asks where there are several. */
export function askWhere(tenants: readonly Tenant[], command: string): Block[] {
  const [only] = tenants;
  if (tenants.length !== 1 || only === undefined) return askTenant(tenants, command);
  const production = only.production ? "\n*PRODUCTION*: real people's data." : "";
  return [section(`*Tenant:* ${escape(only.label)}${production}`)];
}

/** What of a form's tenants is offered, and travels with it. */
export function namesOf(tenants: readonly Tenant[]): Tenant["name"][] {
  return tenants.slice(0, optionLimit).map(({ name }) => name);
}

function askTimestamp(
  { tenant, timestamp }: RawRollback,
  { listed = [] }: Pick<ChangeContent, "listed">,
): Block[] {
  const [newest, ...earlier] = listed;
  if (newest === undefined) {
    const again = code(`/workday-isu rollback ${tenant}`);
    const chosen = `*Back to:* ${moment(instant(Number(timestamp)))}`;
    return timestamp === ""
      ? []
      : [section(`${chosen}\nTo choose another one, close this and type ${again}.`)];
  }
  return [
    plainSection(`Active now: ${formatTimestamp(newest)}`),
    {
      type: "input",
      block_id: changeBlocks.timestamp,
      label: plain("Go back to", 2000),
      hint: plain("Moments in UTC, the newest first: the 100 newest at most.", 2000),
      element: {
        type: "static_select",
        action_id: actions.input,
        options: earlier.slice(0, 100).map((one) => ({
          text: plain(formatTimestamp(one), 75),
          value: String(one.at),
        })),
      },
    },
  ];
}

function askWhom({ tell }: RawChange): Block[] {
  const users = tell.map((person) => slackIdsOf(person).id);
  return [
    {
      type: "input",
      block_id: changeBlocks.tell,
      optional: true,
      label: plain("Who has to know the moment", 2000),
      hint: plain(
        "They get a private message right before the password changes, and one right after.",
        2000,
      ),
      element: {
        type: "multi_users_select",
        action_id: actions.input,
        max_selected_items: 20,
        ...(users.length === 0 ? {} : { initial_users: users }),
      },
    },
  ];
}

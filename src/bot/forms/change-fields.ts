import { instant, type PersonId, parsePersonId, slackIdsOf } from "../../flows/model/ids.ts";
import type { SecurityTimestamp } from "../../flows/model/tenant-reports.ts";
import type { RawChange, RawRollback } from "../../flows/request/raw-draft.ts";
import { formatTimestamp } from "../../flows/wording/describe-rollback.ts";
import { type Block, plain, plainSection, section } from "../blocks/block.ts";
import { problemOf } from "../blocks/form-fields.ts";
import { code, moment } from "../blocks/mrkdwn.ts";
import { actions } from "../payloads/action-ids.ts";
import type { ChangeMetadata } from "../payloads/metadata.ts";
import type { Submission } from "../payloads/parse-payload.ts";
import type { Entered, FormField } from "./field.ts";
import { choiceIn } from "./read-inputs.ts";

/** The form of a change as it was sent: by whom, and what its window carries. */
export interface SentChange extends Entered {
  readonly by: PersonId;
  readonly carried: ChangeMetadata;
}

export const tell: FormField<
  { readonly raw: Pick<RawChange, "tell"> },
  Pick<RawChange, "tell">,
  Readonly<Record<"tell", string>>,
  SentChange
> = {
  labels: { tell: "Whom to tell when it changes" },
  show: ({ raw }) => {
    const users = raw.tell.map((person) => slackIdsOf(person).id);
    return [
      {
        type: "input",
        block_id: "tell",
        optional: true,
        label: plain(tell.labels.tell, 2000),
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
  },
  read: ({ inputs, by }) => ({ tell: toPeople(by, inputs.get("tell")?.selected_users ?? []) }),
};

/** Slack sends ids without a team: those of the workspace that the form is in. */
function toPeople(by: PersonId, users: readonly string[]): readonly PersonId[] {
  const { team } = slackIdsOf(by);
  return users.flatMap((user) => {
    const person = parsePersonId(team, user);
    return person.ok ? [person.value] : [];
  });
}

/** The activation to go back to: chosen now, or chosen before. */
export const timestamp: FormField<
  { readonly raw: RawRollback; readonly listed?: readonly SecurityTimestamp[] },
  Pick<RawRollback, "newest" | "timestamp">,
  Readonly<Record<"timestamp", string>>,
  SentChange
> = {
  labels: { timestamp: "Go back to" },
  show: ({ raw, listed = [] }, problems) => [
    ...askTimestamp(raw, listed),
    ...problemOf("timestamp", problems),
  ],
  read: ({ inputs, carried: { newest = "", timestamp: before = "" } }) => {
    const chosen = choiceIn(inputs, "timestamp");
    return { newest, timestamp: chosen === "" ? before : chosen };
  },
};

function askTimestamp(
  { tenant, timestamp: chosenBefore }: RawRollback,
  listed: readonly SecurityTimestamp[],
): Block[] {
  const [newest, ...earlier] = listed;
  if (newest === undefined) {
    const again = code(`/workday-isu rollback ${tenant}`);
    const chosen = `*Back to:* ${moment(instant(Number(chosenBefore)))}`;
    return chosenBefore === ""
      ? []
      : [section(`${chosen}\nTo choose another one, close this and type ${again}.`)];
  }
  return [
    plainSection(`Active now: ${formatTimestamp(newest)}`),
    {
      type: "input",
      block_id: "timestamp",
      label: plain(timestamp.labels.timestamp, 2000),
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

/** What can become of an account's API client; the form opens with the first. */
export const clientChanges = ["replace-token", "disable-client"] as const;

type ClientChange = (typeof clientChanges)[number];

const wordsOfClient: Readonly<Record<ClientChange, string>> = {
  "replace-token": "Replace the refresh token",
  "disable-client": "Disable the client",
};

/** What becomes of an account's client: of which kind the request is, so it is read before anything else. */
export const what: FormField<{ readonly raw: Pick<RawChange, "kind"> }, object, object, unknown> = {
  labels: {},
  show: ({ raw }) => {
    const options = clientChanges.map((value) => ({
      text: plain(wordsOfClient[value], 75),
      value,
    }));
    const initial = options.find(({ value }) => value === raw.kind);
    return [
      {
        type: "input",
        block_id: "what",
        label: plain("What to do", 2000),
        element: {
          type: "static_select",
          action_id: actions.input,
          options,
          ...(initial && { initial_option: initial }),
        },
      },
    ];
  },
  read: () => ({}),
};

/** What was chosen to become of a client; absent in every other form. */
export function clientChangeIn(inputs: Submission["inputs"]): ClientChange | undefined {
  const chosen = choiceIn(inputs, "what");
  return clientChanges.find((one) => one === chosen);
}

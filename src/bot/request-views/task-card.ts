import { rulesFor } from "../../flows/authorization/approvers.ts";
import { valuesOf } from "../../flows/model/api-client.ts";
import { listOneGo } from "../../flows/planning/one-go.ts";
import type { Phase } from "../../flows/request/phase.ts";
import type { Request } from "../../flows/request/request.ts";
import { describeTask } from "../../flows/step-kinds/describe-task.ts";
import { activatesPolicies } from "../../flows/step-kinds/facts.ts";
import { stepKinds } from "../../flows/step-kinds/step-kinds.ts";
import type { StepName } from "../../flows/tasks/step.ts";
import { type Task } from "../../flows/tasks/task.ts";
import type { TaskInWords } from "../../flows/tasks/task-in-words.ts";
import type { Tenant } from "../../flows/tenant/tenant.ts";
import {
  type Block,
  type ButtonSpec,
  plainSection,
  plainSections,
  section,
} from "../blocks/block.ts";
import { code, escape, mention, moment } from "../blocks/mrkdwn.ts";
import { describePeople } from "../blocks/people.ts";
import { productionBanner } from "../blocks/production.ts";
import { cutLines, packLines, sectionLimit } from "../blocks/slack-limits.ts";
import { actions } from "../payloads/action-ids.ts";
import { serializeMetadata } from "../payloads/metadata.ts";
import type { Card } from "./approval-card.ts";
import { windowOfTask } from "./windows.ts";

type WaitForPerson = Extract<Phase, { kind: "waiting-for-person" }>;

const listLimit = 6000;

/** The exact task that a person carries out in Workday. */
export function taskCard(
  { request, tenant, scale }: Card,
  { step, commands, isOnTrust, start, ...window }: WaitForPerson,
): Block[] {
  const task = findTask(request, step);
  if (task === undefined) return [];
  const words = describeTask(task);
  const lines = listFields(words);
  const most = Math.floor(listLimit * scale);
  const fields = cutLines(lines, most, "the whole task is in this request's thread");
  return [
    ...productionBanner(tenant),
    ...windowOfTask(window),
    section(
      `${describeWhere(task, words, tenant)}\nWho may press the buttons: ${describePeople(rulesFor(request, tenant).doers)}${describeBarred(step, tenant)}`,
    ),
    ...plainSections(words.steps),
    ...sections(fields.split("\n")),
    plainSection(`You need access to: ${words.needs.join("; ")}`),
    ...describeHow(step, commands),
    ...listInOneGo(
      request,
      { step, ...(isOnTrust && { isOnTrust }) },
      { tenant, most: Math.floor(most / 6) },
    ),
    ...describeStart(step, start),
    ...(isOnTrust === true ? [section(nobodyCanLook)] : []),
  ];
}

/** Who wants a change does not make it live. */
function describeBarred(step: StepName, { requestersMayActivate }: Tenant): string {
  const isBarred = activatesPolicies(step) && requestersMayActivate !== true;
  return isBarred ? ". Not who asked for what it makes live." : "";
}

const nobodyCanLook =
  "⚠️ *Nobody can look at this:* nothing that the tenant shows to the bot tells whether it is done. Your Done is taken on trust, and the verdict says so.";

/** Between the look and the activation nobody may change what is pending: so it is short. */
function describeStart(step: StepName, start: WaitForPerson["start"]): Block[] {
  if (start === undefined) return [];
  const look = stepKinds[step].startLook ?? "whether what is pending is still what was approved";
  if (start.kind === "started") {
    return [
      section(
        `*${mention(start.by)} pressed Start: activate now, until ${moment(start.until)}*, then press Done. After that it is looked at again.`,
      ),
    ];
  }
  const again = start.wasStarted === true ? "Press Start again" : "Press Start first";
  return [
    section(
      `*${again}, then activate within fifteen minutes.* The bot looks ${look}. Activate nothing before.`,
    ),
  ];
}

/** How what the task's page shows gets into the vault: never by way of Slack. */
function describeHow(step: StepName, commands: readonly string[] | undefined): Block[] {
  if (valuesOf(step).length === 0) return [];
  if (commands === undefined) {
    return [
      section(
        "*Then press Enter the values:* the bot gives you a link to its own page, which takes them straight into Key Vault. Nobody pastes them into Slack.",
      ),
    ];
  }
  return [
    section(
      "*Then store what Workday shows with these commands.* Save each value in the file that its command names, as it is and without a line break at the end; delete the files afterwards. Nobody pastes a value into Slack or into a command. The bot looks for the new versions by their tags and goes on by itself.",
    ),
    ...commands.map((command) => plainSection(command)),
  ];
}

/** A task with every one of its lines, for the thread: the card may have cut some. */
export function wholeTask(request: Request, step: StepName, tenant: Tenant): Block[] {
  const task = findTask(request, step);
  if (task === undefined) return [];
  const words = describeTask(task);
  return [section(describeWhere(task, words, tenant)), ...sections(listFields(words))];
}

/** What the same hand does next, so that somebody can do all of it in one go: one Done is for all of it that shows. */
function listInOneGo(
  request: Request,
  { step, isOnTrust }: Pick<WaitForPerson, "step" | "isOnTrust">,
  { tenant, most }: { readonly tenant: Tenant; readonly most: number },
): Block[] {
  const next = listOneGo(request, step);
  if (next.length === 0) return [];
  const lists = next.map((task, index) => {
    const words = describeTask(task);
    const fields = cutLines(listFields(words), most, "the rest comes when it is its turn");
    return `${index + 1}. ${describeWhere(task, words, tenant)}\n${fields}`;
  });
  const isLookedAt = isOnTrust !== true && request.closing === undefined;
  return [section(isLookedAt ? oneForAll : eachItsOwn), ...lists.map(section)];
}

const oneForAll = "*In the same go, then one Done for all of it:*";

/** Where nobody looks at this one, as in a clean-up, nobody says more with its Done. */
const eachItsOwn = "*In the same go, each with its own Done here:*";

function findTask({ plan }: Request, name: StepName): Task | undefined {
  const step = plan.find((one) => one.name === name);
  return step !== undefined && "task" in step ? step.task : undefined;
}

function describeWhere(task: Task, { title }: TaskInWords, { taskLinks }: Tenant): string {
  const link = taskLinks[task.name];
  return link === undefined
    ? `Search Workday for *${escape(title)}*`
    : `Open <${escape(link)}|${escape(title)}>`;
}

/** The fields in the order of Workday's page, in `mrkdwn`: what is typed there can be copied. */
function listFields({ fields }: TaskInWords): readonly string[] {
  return fields.flatMap(({ field, value }) => {
    const [first = "", ...more] = value.split("\n");
    const name = escape(field);
    return more.length === 0
      ? [`${name}: ${toCopy(first)}`]
      : [`${name}:`, toCopy(first), ...more.map(toCopy)];
  });
}

/** As code, where that shows it letter for letter. */
function toCopy(value: string): string {
  const shown = code(value);
  return shown === `\`${escape(value)}\`` && value !== "" ? shown : escape(value);
}

function sections(lines: readonly string[]): Block[] {
  return packLines(lines, sectionLimit).map((piece) => section(piece));
}

export function taskButtons(
  { id }: Request,
  { step, commands, start }: Pick<WaitForPerson, "step" | "commands" | "start">,
): readonly ButtonSpec[] {
  const value = serializeMetadata({ request: id, step });
  const refuse = { id: actions.reportRefused, text: "I can't", value };
  if (commands !== undefined) return [refuse];
  if (start?.kind === "needed") {
    return [{ id: actions.start, text: "Start", value, style: "primary" }, refuse];
  }
  if (valuesOf(step).length > 0) {
    return [{ id: actions.enterValues, text: "Enter the values", value, style: "primary" }, refuse];
  }
  return [
    {
      id: actions.reportDone,
      text: "Done",
      value,
      style: "primary",
      confirm: {
        title: "Is it done in Workday?",
        text: "Every field as it is here, and each task finished with OK and Done. The bot looks at each; what does not show yet comes again.",
        yes: "It is done",
      },
    },
    refuse,
  ];
}

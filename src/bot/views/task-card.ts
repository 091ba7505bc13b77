import type { Instant } from "../../flows/ids.ts";
import type { StepName } from "../../flows/plan.ts";
import type { Request } from "../../flows/request.ts";
import { sayTask, type Task, type TaskInWords } from "../../flows/task.ts";
import type { Tenant } from "../../flows/tenant.ts";
import { actions } from "../action-ids.ts";
import { write } from "../button-value.ts";
import { escape, moment } from "../escape.ts";
import type { Card } from "./approval-card.ts";
import { type Block, type ButtonSpec, plainSection, plainSections, section } from "./block.ts";
import { cutLines } from "./limit.ts";
import { sayPeople } from "./people.ts";

const listLimit = 6000;

/** The exact task that a person carries out in Workday. */
export function taskCard(
  { request, tenant, scale }: Card,
  { step, expiresAt }: { readonly step: StepName; readonly expiresAt: Instant },
): Block[] {
  const task = findTask(request, step);
  if (task === undefined) return [];
  const words = sayTask(task);
  const lines = listFields(words);
  const most = Math.floor(listLimit * scale);
  const fields = cutLines(lines, most, "the whole task stands in this request's thread");
  return [
    section(
      `*A person carries this out in Workday, until ${moment(expiresAt)}.*\n${sayWhere(task, words, tenant)}\nWho may press the buttons: ${sayPeople(tenant.doers)}`,
    ),
    ...plainSections(words.steps),
    ...plainSections(fields.split("\n")),
    plainSection(`You need access to: ${words.needs.join("; ")}`),
  ];
}

/** The same task in full, for the thread. */
export function wholeTask(request: Request, step: StepName, tenant: Tenant): Block[] {
  const task = findTask(request, step);
  if (task === undefined) return [];
  const words = sayTask(task);
  return [section(sayWhere(task, words, tenant)), ...plainSections(listFields(words))];
}

function findTask({ plan }: Request, name: StepName): Task | undefined {
  const step = plan.find((one) => one.name === name);
  return step !== undefined && "task" in step ? step.task : undefined;
}

function sayWhere(task: Task, { title }: TaskInWords, { taskLinks }: Tenant): string {
  const link = taskLinks[task.name];
  return link === undefined
    ? `Search Workday for *${escape(title)}*`
    : `Open <${escape(link)}|${escape(title)}>`;
}

function listFields({ fields }: TaskInWords): readonly string[] {
  return fields.flatMap(({ field, value }) => {
    const [first = "", ...more] = value.split("\n");
    return more.length === 0 ? [`${field}: ${first}`] : [`${field}:`, first, ...more];
  });
}

export function taskButtons({ id }: Request, step: StepName): readonly ButtonSpec[] {
  const value = write({ request: id, step });
  return [
    {
      id: actions.reportDone,
      text: "Done",
      value,
      style: "primary",
      confirm: {
        title: "Is it done in Workday?",
        text: "Every field as it stands here, and the task finished with OK and Done. The bot goes on from there.",
        yes: "It is done",
      },
    },
    { id: actions.reportRefused, text: "I can't", value },
  ];
}

import { z } from "zod";
import type { Fault } from "../../flows/model/fault.ts";
import { slackIdsOf } from "../../flows/model/ids.ts";
import type { Answerer, Reply } from "../../flows/ports/answerer.ts";
import type { Click } from "../../flows/request/click.ts";
import type { TenantCheck } from "../../flows/request/raw-draft.ts";
import type { Refusal } from "../../flows/request/refusal.ts";
import type { Tenant } from "../../flows/tenant/tenant.ts";
import { ok, type Result } from "../../result.ts";
import type { Message, Modal } from "../blocks/block.ts";
import { refusals } from "../blocks/messages.ts";
import { notice } from "../blocks/notice.ts";
import { formAgain, type Submitted, toPlan } from "../plan-review/show-plan.ts";
import { toAddress } from "../publisher/addresses.ts";
import { answer, describeNotOpened } from "../request-views/click-reply.ts";
import { type BotParts, findTenant } from "../slack/deps.ts";
import { sendDirectly } from "../slack/send-directly.ts";
import { callSlack } from "../slack/slack-call.ts";
import { personMs, waitOutLimit } from "../slack/wait-out-limit.ts";
import { answerDelegation } from "./answer-delegation.ts";
import { postPasskeyAnswer } from "./answer-passkey.ts";

type Parts = Pick<BotParts, "deps" | "slack" | "respond" | "workspace">;

/** Answers where a click came from; when that is gone, the person. */
export function createAnswerer(parts: Parts): Answerer {
  return {
    answer: async (click, reply, link) => {
      const tenant = await tenantOf(parts, click, reply);
      const isLost = isGivenUp(click, reply);
      const typed = isLost ? (await findTyped(parts, click))?.raw : undefined;
      const address = await addressOf(parts, click);
      const around = { tenant, address, typed, ...(link !== undefined && { link }) };
      const message = answer(click, reply, around);
      const there = await answerThere(parts, { click, reply, message });
      return there ? ok(undefined) : tellPerson(parts, click, { message, tenant });
    },
    answerDelegation: (order, reply) => answerDelegation(parts, order, reply),
    answerPasskey: (order, reply) => postPasskeyAnswer(parts, order, reply),
  };
}

async function tenantOf({ deps }: Parts, click: Click, reply: Reply): Promise<Tenant | undefined> {
  if (reply.kind === "accepted") return findTenant(deps, reply.request.draft.tenant);
  const request = await deps.store.find(click.request);
  if (request !== undefined) return findTenant(deps, request.draft.tenant);
  const kept = await deps.store.findDraft(click.request);
  return kept === undefined ? undefined : findTenant(deps, kept.raw.tenant);
}

/** Of the message of what was clicked at. */
async function addressOf(parts: Parts, { request }: Click): Promise<string | undefined> {
  const display = await parts.deps.outbox.findDisplay(request);
  return toAddress(parts, display?.place);
}

interface Answering {
  readonly click: Click;
  readonly reply: Reply;
  readonly message: Message;
}

/** @returns whether the answer arrived where the click came from. */
async function answerThere(parts: Parts, { click, reply, message }: Answering): Promise<boolean> {
  const { answerTo } = click;
  switch (answerTo.kind) {
    case "response":
      return (await parts.respond(answerTo.url, message)).ok;
    case "view": {
      const view = (await backToForm(parts, click, reply)) ?? toNotice(message);
      const change = { view_id: answerTo.viewId, view };
      const shown = await waitOutLimit(personMs, () =>
        callSlack(() => parts.slack.repeating.views.update(change), z.object({})),
      );
      return shown.ok;
    }
    case "person":
      return false;
  }
}

function toNotice({ text, blocks }: Message): Modal {
  return notice(text, blocks.slice(1));
}

/** Whether a plan was confirmed: of a new request or of an edit. */
function isOfPlan({ kind }: Click["command"]): boolean {
  return kind === "open" || kind === "edit";
}

/** Whether a confirmed plan broke every time that it was tried. */
function isGivenUp({ command }: Click, reply: Reply): boolean {
  return isOfPlan(command) && reply.kind === "refused" && reply.refusal === "given-up";
}

/** Refusals of a confirmed plan after which its window has more to say than a sentence. */
const mendable = [
  "wrong-tenant-name",
  "mixed-names",
  "too-many-open",
  "given-up",
  "nothing-edited",
  "made-already",
] as const satisfies readonly Refusal[];

/** A plan that was not opened goes back to where it can be mended, with everything that was typed. */
async function backToForm(parts: Parts, click: Click, reply: Reply): Promise<Modal | undefined> {
  if (!isOfPlan(click.command)) return undefined;
  const refusal =
    reply.kind === "refused" ? mendable.find((one) => one === reply.refusal) : undefined;
  if (reply.kind !== "not-opened" && refusal === undefined) return undefined;
  const typed = await findTyped(parts, click);
  if (typed === undefined) return undefined;
  if (reply.kind === "not-opened") return afterCheck(parts, typed, reply.check);
  return refusal && afterRefusal(parts, typed, refusal);
}

function afterCheck(parts: Parts, typed: Submitted, check: TenantCheck): Modal | Promise<Modal> {
  if (check.kind === "problems") return formAgain(parts, typed, { problems: check.problems });
  return planAgain(parts, typed, describeNotOpened(check.fault));
}

/** Looking at the tenant may be what broke, so a plan that was given up is not made again. */
function afterRefusal(parts: Parts, typed: Submitted, refusal: Refusal): Modal | Promise<Modal> {
  const banner = refusals[refusal];
  return refusal === "given-up"
    ? formAgain(parts, typed, { banner })
    : planAgain(parts, typed, banner);
}

async function planAgain(parts: Parts, typed: Submitted, banner: string): Promise<Modal> {
  const shown = await toPlan(parts, typed, banner);
  return shown.ok ? shown.value : formAgain(parts, typed, { banner });
}

async function findTyped(
  { deps }: Parts,
  { request, by, command }: Click,
): Promise<Submitted | undefined> {
  const id = command.kind === "edit" ? command.draft : request;
  const kept = await deps.store.findDraft(id);
  if (kept === undefined || kept.by !== by) return undefined;
  const tenant = findTenant(deps, kept.raw.tenant);
  return tenant === undefined ? undefined : { id, tenant, raw: kept.raw };
}

/** In the tenant's channel where only they see it; directly, when they are not in it. */
async function tellPerson(
  { slack }: Parts,
  { by }: Click,
  { message, tenant }: { readonly message: Message; readonly tenant: Tenant | undefined },
): Promise<Result<void, Fault>> {
  if (tenant === undefined) return sendDirectly(slack, by, message);
  const said = { channel: tenant.channel, user: slackIdsOf(by).id, ...message };
  const shown = await waitOutLimit(personMs, () =>
    callSlack(() => slack.once.chat.postEphemeral(said), z.object({})),
  );
  return shown.ok ? ok(undefined) : sendDirectly(slack, by, message);
}

import { z } from "zod";
import { err, ok, type Result } from "../../result.ts";
import type { Modal } from "../blocks/block.ts";
import { describeNoWindow, describeTypeAgain, messages } from "../blocks/messages.ts";
import { type Again, loading, noticeWithAgain } from "../blocks/notice.ts";
import { buttonLimit } from "../blocks/slack-limits.ts";
import { actions } from "../payloads/action-ids.ts";
import { serializeMetadata } from "../payloads/metadata.ts";
import type { OpenWindow, Press } from "../payloads/parse-payload.ts";
import type { BotParts } from "./deps.ts";
import { sendDirectly, toMessage } from "./send-directly.ts";
import { callSlack, type SlackFault } from "./slack-call.ts";
import { tellPrivately } from "./tell-privately.ts";
import { triggerMs, waitOutLimit, windowMs } from "./wait-out-limit.ts";

const Shown = z.object({ view: z.object({ id: z.string(), hash: z.string() }) });

/** Who asks. What is pressed in the Home tab or a window has no answer of its own: that person is told directly. */
type Caller = Pick<Press, "by" | "triggerId" | "responseUrl" | "channel"> & {
  /** Where it was asked for once more: it is filled in place of another. */
  readonly window?: OpenWindow;
};

/** What opens a window: a command or a button. */
export interface Opening {
  readonly call: Caller;
  /** The button that asks once more. */
  readonly again: Again;
  /** What holds where the window does not open, and how to ask once more: whole sentences. */
  readonly otherwise: string;
}

/**
 * Opens a command's window at once, since Slack gives three seconds, and fills it when it is known what with.
 *
 * @param typed the command as it can be typed again
 */
export async function openAndFill(
  parts: BotParts,
  { call, typed }: { readonly call: Caller; readonly typed: string },
  toView: () => Promise<Modal>,
): Promise<void> {
  const otherwise = describeTypeAgain(typed);
  await openWindow(parts, { call, again: askAgain(call, typed), otherwise }, toView);
}

function askAgain({ channel }: Caller, typed: string): Again {
  if (channel === undefined) return undefined;
  const value = serializeMetadata({ channel, typed });
  return value.length > buttonLimit ? undefined : { id: actions.openAgain, value };
}

/** Opens a window at once and fills it. It says "one moment" for as long as nobody knows better, and no longer. */
export async function openWindow(
  parts: BotParts,
  opening: Opening,
  toView: () => Promise<Modal>,
): Promise<void> {
  const { call, again } = opening;
  const opened = await begin(parts, call, loading(again));
  if (!opened.ok) return tell(parts, opening, opened.error);
  let view: Modal | undefined;
  try {
    view = await toView();
  } finally {
    // What broke is a bug, and goes on to where bugs are told; the window does not wait for it.
    if (view === undefined) {
      await show(parts, opened.value, noticeWithAgain(messages.windowBroke, again));
    }
  }
  await fill(parts, { ...opening, window: opened.value }, view);
}

async function begin(
  parts: BotParts,
  { triggerId, window }: Caller,
  view: Modal,
): Promise<Result<OpenWindow, SlackFault>> {
  if (window === undefined) return openView(parts, { trigger: triggerId }, view);
  const shown = await show(parts, window, view);
  return shown.ok || isOvertaken(shown.error) ? shown : ok(window);
}

/** A window that cannot be filled says why; where it cannot say that either, the person is told. */
async function fill(
  parts: BotParts,
  opening: Opening & { readonly window: OpenWindow },
  view: Modal,
): Promise<void> {
  const { window, again, otherwise } = opening;
  const shown = await show(parts, window, view);
  if (shown.ok || isOvertaken(shown.error)) return;
  const words = describeNoWindow(shown.error, otherwise);
  const said = await show(parts, window, noticeWithAgain(words, again));
  if (!said.ok) await tell(parts, opening, shown.error);
}

async function tell(parts: BotParts, { call, otherwise }: Opening, why: SlackFault): Promise<void> {
  if (isOvertaken(why)) return;
  const message = toMessage(describeNoWindow(why, otherwise));
  const { responseUrl: url = "" } = call;
  if (url === "") await sendDirectly(parts.slack, call.by, message);
  else await tellPrivately(parts, url, message);
}

/** Closed by the person, or filled by another try meanwhile: nobody's loss. */
function isOvertaken({ code }: SlackFault): boolean {
  return code === "not_found" || code === "hash_conflict";
}

/**
 * Opens a window within the three seconds that a trigger lives, of which `spentMs` are over. Works once; where Slack
 * limits it, it is tried again while there is time.
 */
export async function openView(
  { slack }: Pick<BotParts, "slack">,
  { trigger, spentMs = 0 }: { readonly trigger: string; readonly spentMs?: number },
  view: Modal,
): Promise<Result<OpenWindow, SlackFault>> {
  const opened = await waitOutLimit(triggerMs - spentMs, () =>
    callSlack(() => slack.once.views.open({ trigger_id: trigger, view }), Shown),
  );
  return opened.ok ? ok(opened.value.view) : err(opened.error);
}

/** Lays a window upon the one that is open, whose fields stay as they are. Works once, as opening does. */
export async function pushView(parts: BotParts, call: Caller, view: Modal): Promise<void> {
  const pushed = await waitOutLimit(triggerMs, () =>
    callSlack(() => parts.slack.once.views.push({ trigger_id: call.triggerId, view }), Shown),
  );
  if (pushed.ok) return;
  await tell(parts, { call, again: undefined, otherwise: messages.pressAgain }, pushed.error);
}

/** Changes an open window, unless it shows something newer by now. Safe to repeat. */
async function show(
  { slack }: Pick<BotParts, "slack">,
  { id, hash }: Pick<OpenWindow, "id"> & Partial<OpenWindow>,
  view: Modal,
): Promise<Result<OpenWindow, SlackFault>> {
  const seen = hash === undefined ? {} : { hash };
  const shown = await waitOutLimit(windowMs, () =>
    callSlack(() => slack.repeating.views.update({ view_id: id, ...seen, view }), Shown),
  );
  return shown.ok ? ok(shown.value.view) : err(shown.error);
}

/**
 * Changes an open window; one that cannot be changed says why. One that was closed meanwhile is nobody's loss: the draft
 * is kept.
 */
export async function updateView(
  parts: Pick<BotParts, "slack">,
  { id, again }: { readonly id: string; readonly again?: Again },
  view: Modal,
): Promise<void> {
  const shown = await show(parts, { id }, view);
  if (shown.ok || isOvertaken(shown.error)) return;
  const words = describeNoWindow(shown.error, messages.draftKept);
  await show(parts, { id }, noticeWithAgain(words, again));
}

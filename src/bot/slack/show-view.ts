import { z } from "zod";
import type { Result } from "../../result.ts";
import type { Modal } from "../blocks/block.ts";
import { describeCouldNotOpen } from "../blocks/messages.ts";
import { loading } from "../blocks/notice.ts";
import type { Press } from "../payloads/parse-payload.ts";
import type { BotParts } from "./deps.ts";
import { sendDirectly, toMessage } from "./send-directly.ts";
import { callSlack, type SlackFault } from "./slack-call.ts";
import { tellPrivately } from "./tell-privately.ts";

const Opened = z.object({ view: z.object({ id: z.string() }) });

/** Who asks. What is pressed in the Home tab has no answer of its own: that person is told directly. */
type Caller = Pick<Press, "by" | "triggerId" | "responseUrl">;

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
  const opened = await openView(parts, call.triggerId, loading());
  if (opened.ok) return updateView(parts, opened.value.view.id, await toView());
  const message = toMessage(describeCouldNotOpen(typed));
  if (call.responseUrl === undefined) await sendDirectly(parts.slack, call.by, message);
  else await tellPrivately(parts, call.responseUrl, message);
}

/** Opens a window within the three seconds that a trigger lives. Works once. */
export async function openView(
  { slack }: Pick<BotParts, "slack">,
  trigger: string,
  view: Modal,
): Promise<Result<z.infer<typeof Opened>, SlackFault>> {
  return callSlack(() => slack.once.views.open({ trigger_id: trigger, view }), Opened);
}

/** Changes an open window. One that was closed meanwhile is nobody's loss: the draft is kept. */
export async function updateView(
  { slack, deps }: Pick<BotParts, "slack" | "deps">,
  viewId: string,
  view: Modal,
): Promise<void> {
  const updated = await callSlack(
    () => slack.repeating.views.update({ view_id: viewId, view }),
    z.object({}),
  );
  if (updated.ok || updated.error.code === "not_found") return;
  deps.log.warn({ outside: "Slack", fault: updated.error.code }, "cannot update a window");
}

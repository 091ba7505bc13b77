import type { App, ReceiverEvent } from "@slack/bolt";
import { z } from "zod";
import { nameOperators } from "./name-operators.ts";

/** How everything looks that leaves for Slack, as the operator wants it. */
export interface ShownHow {
  /** Who the bot's operators are: it is said below what sends people to them. */
  readonly operators?: string | undefined;
  /** Whether the workspace shows Slack's newer blocks: alerts, in windows. */
  readonly newerBlocks?: boolean | undefined;
}

const Shown = z.looseObject({ type: z.string().optional(), blocks: z.array(z.unknown()) });
const InView = z.looseObject({ view: Shown });
const Alert = z.object({ type: z.literal("alert"), text: z.unknown() });

/**
 * What leaves for Slack, by a call, as an answer or with an acknowledgement: the last place that changes it.
 *
 * @param content a message, or what holds a view; anything else stays as it is
 */
export function toShown(
  content: Record<string, unknown>,
  showing: ShownHow,
): Record<string, unknown> {
  const inView = InView.safeParse(content);
  if (inView.success) return { ...content, view: dress(inView.data.view, showing) };
  const message = Shown.safeParse(content);
  return message.success ? dress(message.data, showing) : content;
}

type Shown = z.infer<typeof Shown>;

function dress(shown: Shown, { operators, newerBlocks = false }: ShownHow): Shown {
  const hasAlerts = newerBlocks && shown.type === "modal";
  const blocks = hasAlerts ? shown.blocks : shown.blocks.map(toOlder);
  return nameOperators({ ...shown, blocks }, operators);
}

/** Slack shows alerts in modals alone (`@slack/types` 3.2), and not in every workspace yet: their words are a section. */
function toOlder(block: unknown): unknown {
  const alert = Alert.safeParse(block);
  return alert.success ? { type: "section", text: alert.data.text } : block;
}

/** What is shown with an acknowledgement leaves as everything does. Bolt has no place for this but its one entry. */
export function showAcknowledgements(app: Pick<App, "processEvent">, showing: ShownHow): void {
  const processEvent = app.processEvent.bind(app);
  app.processEvent = (event) => processEvent({ ...event, ack: withShown(event.ack, showing) });
}

const Answer = z.record(z.string(), z.unknown());

function withShown(ack: ReceiverEvent["ack"], showing: ShownHow): ReceiverEvent["ack"] {
  return (response) => {
    const answer = Answer.safeParse(response);
    return ack(answer.success ? toShown(answer.data, showing) : response);
  };
}

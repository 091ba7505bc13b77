import type { App, ReceiverEvent } from "@slack/bolt";

/** What Slack sends, by its `type`; a command has none. */
const payloads: Readonly<Record<string, string>> = {
  block_actions: "action",
  block_suggestion: "options",
  event_callback: "event",
  view_submission: "view",
  view_closed: "view",
};

/** Hears of each acknowledgement: of what kind of payload, and seconds since it arrived. */
export type OnAcknowledged = (payload: string, seconds: number) => void;

/**
 * Measures from the moment at which a receiver hands a payload over until it is acknowledged, in both ways of delivery.
 * Bolt has no place for this before its middleware, so its one entry is wrapped.
 */
export function timeAcknowledgements(
  app: Pick<App, "processEvent">,
  onAcknowledged: OnAcknowledged,
): void {
  const processEvent = app.processEvent.bind(app);
  app.processEvent = (event) => {
    const arrivedAt = performance.now();
    return processEvent({
      ...event,
      ack: async (response) => {
        await event.ack(response);
        onAcknowledged(toPayload(event.body), (performance.now() - arrivedAt) / 1000);
      },
    });
  };
}

function toPayload({ type, command }: ReceiverEvent["body"]): string {
  if (command !== undefined) return "command";
  return payloads[String(type)] ?? "other";
}

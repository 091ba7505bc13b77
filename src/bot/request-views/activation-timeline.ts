import type { Event } from "../../flows/request/event.ts";
import { describeLive } from "./activation-effects.ts";
import { tellReopening } from "./windows.ts";

const kinds = ["window-awaited", "window-opened", "window-closed", "went-live"] as const;

type ActivationEvent = Extract<Event, { kind: (typeof kinds)[number] }>;

export function isOfActivation(event: Event): event is ActivationEvent {
  return kinds.some((kind) => kind === event.kind);
}

/** What happens around the activation, in `mrkdwn`. */
export function describeActivationEvent(event: ActivationEvent): string {
  switch (event.kind) {
    case "window-awaited":
      return `It is approved, and waits for ${tellReopening(event)}.`;
    case "window-opened":
      return "The change window is open.";
    case "window-closed":
      return "The change window is closed, and nobody has said that the activation is done. Done in time counts; otherwise it has to wait for the next window: press I can't, then Try again.";
    case "went-live":
      return describeLive(event.live);
  }
}

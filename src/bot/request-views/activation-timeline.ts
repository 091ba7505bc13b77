import { isSameAccount } from "../../flows/model/account-name.ts";
import type { WhoActivated } from "../../flows/model/activity.ts";
import type { Event } from "../../flows/request/event.ts";
import { truncate } from "../../flows/text/truncate.ts";
import { code, escape, moment } from "../blocks/mrkdwn.ts";
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
      return `${describeLive(event.live)}${event.who === undefined ? "" : ` ${describeWho(event.who)}`}`;
  }
}

/** Who ran it, by Workday's activity log, which nobody has to be believed for. */
function describeWho(who: WhoActivated): string {
  if (who.kind === "cannot-see") {
    return `Who activated is not seen. ${escape(truncate(who.words, 500))}`;
  }
  const { runs, reported } = who;
  const [only] = runs;
  if (only === undefined) {
    return "Workday's activity log shows no activation since it was handed over: it may be late, or user activity logging is off. Look in _View All Security Timestamps_ who it was.";
  }
  const listed = runs.slice(0, 10).map(({ at, by }) => `${nameOf(by)} ${moment(at)}`);
  const all = `By Workday's activity log it was run by ${listed.join(", ")}.`;
  const several =
    runs.length > 1 ? ` *It was run ${runs.length} times since it was handed over.*` : "";
  const isOther = reported !== undefined && !runs.some(({ by }) => isSameAccount(by, reported));
  const other = isOther ? ` *The report of activations names ${nameOf(reported)}.*` : "";
  return `${all}${several}${other}`;
}

function nameOf(account: string): string {
  return account === "" ? "somebody without a name" : code(truncate(account, 100));
}

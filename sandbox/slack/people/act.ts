import type { Placed } from "../blocks/placed.ts";
import { type Value, type Values, withValue } from "../blocks/values.ts";
import { actionPayload, type Host } from "../payloads.ts";
import { findView, putView } from "../views.ts";
import type { Outcome } from "./client.ts";
import { type Desk, personAt } from "./desk.ts";

/** Our words: Slack shows only a warning sign beside the element. */
const warningSign = "The app did not answer.";

/** Sends what was done with an element to the bot. */
export async function act(desk: Desk, host: Host, placed: Placed, value?: Value): Promise<Outcome> {
  const values = valuesIn(desk, host);
  const payload = actionPayload(desk.world, personAt(desk), latest(desk, host), {
    placed,
    values,
    ...(value === undefined ? {} : { value }),
  });
  const ack = await desk.deliver({ kind: "interactive", payload });
  return ack.kind === "acknowledged" ? { kind: "sent" } : { kind: "trouble", message: warningSign };
}

/** Remembers what the person entered, in the view or beside the message. */
export function keepValue(desk: Desk, host: Host, placed: Placed, value: Value): void {
  const values = withValue(valuesIn(desk, host), { ...placed, value });
  const current = latest(desk, host);
  if (current.kind === "view") putView(desk.world, { ...current, values });
  else desk.world.chosen.set(keyOf(desk, current), values);
}

function valuesIn(desk: Desk, host: Host): Values {
  const current = latest(desk, host);
  if (current.kind === "view") return current.values;
  return desk.world.chosen.get(keyOf(desk, current)) ?? {};
}

function latest(desk: Desk, host: Host): Host {
  if (host.kind !== "view") return host;
  return findView(desk.world, ({ id }) => id === host.id) ?? host;
}

function keyOf(desk: Desk, posting: { readonly channel: string; readonly ts: string }): string {
  return `${desk.id} ${posting.channel} ${posting.ts}`;
}

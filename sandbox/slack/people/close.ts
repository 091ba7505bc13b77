import { closedPayload } from "../payloads.ts";
import type { View } from "../shown.ts";
import { setStack, stackOf } from "../views.ts";
import { type Desk, personAt, topView } from "./desk.ts";

/** Presses Cancel: back to the modal below, unless this one clears the stack. */
export async function close(desk: Desk): Promise<void> {
  const view = topView(desk);
  if (view.content.type === "modal" && view.content.clear_on_close === true) {
    await closeAll(desk);
    return;
  }
  setStack(desk.world, desk.id, stackOf(desk.world, desk.id).slice(0, -1));
  await tell(desk, view, false);
}

/** Presses the cross: everything closes. */
export async function closeAll(desk: Desk): Promise<void> {
  const stack = stackOf(desk.world, desk.id);
  setStack(desk.world, desk.id, []);
  for (const view of stack.toReversed()) await tell(desk, view, true);
}

async function tell(desk: Desk, view: View, isCleared: boolean): Promise<void> {
  if (view.content.type !== "modal" || view.content.notify_on_close !== true) return;
  const payload = closedPayload(desk.world, personAt(desk), view, isCleared);
  await desk.deliver({ kind: "interactive", payload });
}

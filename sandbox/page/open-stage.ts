import type { BotControl } from "../bot-control.ts";
import type { Sandbox } from "../start.ts";
import type { Stage } from "./stage.ts";
import { createSwitchboard } from "./switches/switchboard.ts";
import { switchGroups } from "./switches/switches.ts";

/** A running sandbox as the page holds it. */
export function openStage(sandbox: Sandbox, bot: BotControl): Stage {
  const { slack, workday, vault, moveClock, clockAheadMs } = sandbox;
  const outside = { slack, workday, vault, bot };
  return {
    ...outside,
    clock: { move: moveClock, aheadMs: clockAheadMs },
    board: createSwitchboard(outside, switchGroups),
  };
}

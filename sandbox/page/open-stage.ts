import type { BotControl } from "../bot-control.ts";
import { scene } from "../scene.ts";
import type { Sandbox } from "../start.ts";
import type { Stage } from "./stage.ts";
import { createSwitchboard } from "./switches/switchboard.ts";
import { switchGroups } from "./switches/switches.ts";

/** A running sandbox as the page holds it. */
export function openStage(sandbox: Sandbox, bot: BotControl): Stage {
  const { slack, workday, vault, operate, moveClock, clockAheadMs } = sandbox;
  const outside = { slack, workday, vault, bot };
  return {
    ...outside,
    clock: { move: moveClock, aheadMs: clockAheadMs },
    board: createSwitchboard(outside, switchGroups),
    issueCode: async (person) => {
      const { name } = scene.tenants.production;
      const { code, said } = await operate(["code", "--person", person, "--tenant", name]);
      if (code !== 0) throw new Error(said);
      return said;
    },
  };
}

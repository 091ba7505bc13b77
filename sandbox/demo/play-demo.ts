import { styleText } from "node:util";
import { createLineLog, toVariation } from "../bot-control.ts";
import { startSandbox } from "../start.ts";
import type { Check } from "./check.ts";
import { checkDatabase } from "./check-database.ts";
import { checkChannel, checkLogs } from "./check-leaks.ts";
import { checkTenant, type Requests } from "./check-tenant.ts";
import { checkVault } from "./check-vault.ts";
import type { Play } from "./play.ts";
import { playCreate } from "./scene-create.ts";
import { playDeny } from "./scene-deny.ts";
import { playPerson } from "./scene-person.ts";
import { createTranscript } from "./transcript.ts";

/** Plays the whole story without a browser, and looks at the end state from outside. */
export async function playDemo(): Promise<boolean> {
  const begunAt = Date.now();
  const log = createLineLog();
  write("Emulated Slack, Workday and Key Vault, an embedded PostgreSQL, and the real bot.\n");
  const sandbox = await startSandbox({ ...toVariation({ hands: "runner" }), onLine: log.add });
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => void sandbox.stop().finally(() => process.exit(130)));
  }
  try {
    const tenant = sandbox.workday.tenant("acme_dpt1");
    const play = { sandbox, log, tenant, transcript: createTranscript(write) };
    const requests = {
      created: await playCreate(play),
      denied: await playDeny(play),
      byPerson: await playPerson(play),
    };
    const isRight = await look(play, requests);
    write(`\n${((Date.now() - begunAt) / 1000).toFixed(1)} seconds.\n`);
    return isRight;
  } catch (error) {
    write(`\nThe bot's last lines:\n${log.lines.slice(-15).join("\n")}\n`);
    throw error;
  } finally {
    await sandbox.stop();
  }
}

async function look(play: Play, requests: Requests): Promise<boolean> {
  play.transcript.chapter("Seen from outside");
  const checks = [
    part("Tenant", checkTenant(play, requests)),
    part("Vault", await checkVault(play, requests)),
    part("Channel", checkChannel(play, requests)),
    part("Database", await checkDatabase(play, requests)),
    part("Log", checkLogs(play)),
  ].flat();
  const failed = checks.filter(({ isRight }) => !isRight).length;
  write(`\n${checks.length - failed} right, ${failed} wrong.\n`);
  return failed === 0;
}

function part(title: string, checks: readonly Check[]): readonly Check[] {
  write(`\n${styleText("bold", title)}\n`);
  for (const { what, isRight, found } of checks) {
    write(
      isRight
        ? `  ${styleText("green", "ok")}      ${what}\n`
        : `  ${styleText("red", "FAILED")}  ${what}\n          found: ${found}\n`,
    );
  }
  return checks;
}

function write(text: string): void {
  process.stdout.write(text);
}

import { createBotControl, createLineLog, type Hands, toPlayedVariation } from "./bot-control.ts";
import { openStage } from "./page/open-stage.ts";
import { startPage } from "./page/start-page.ts";
import { startSandbox } from "./start.ts";
import { readDeliveredDomains } from "./workday/delivered-domains.ts";

/** What to play. */
export interface Wish {
  readonly hands: Hands;
  readonly wql?: "fine" | "coarse";
  readonly port: number;
}

/** Runs the sandbox and its page until it is told to stop. */
export async function playOnPage({ port, ...wanted }: Wish): Promise<void> {
  const asked = untilAskedToStop();
  const log = createLineLog();
  say("Starting emulators, database and bot …");
  const sandbox = await startSandbox({
    ...toPlayedVariation(wanted),
    tenantDefinition: { domains: readDeliveredDomains() },
    onLine: log.add,
  });
  const bot = createBotControl(sandbox, log, wanted);
  try {
    const page = await startPage(openStage(sandbox, bot), port);
    if (!page.isWantedPort && port !== 0) say(`Port ${port} is taken, so the page is elsewhere:`);
    say(`\n  ${page.url}\n\nThe bot runs with the ${wanted.hands} hand. Ctrl-C stops everything.`);
    await asked;
    say("\nStopping …");
    await page.stop();
  } finally {
    await sandbox.stop();
  }
  say("Stopped. Nothing was kept.");
}

/** Listens from the beginning, so that nothing asked for during the start is lost. */
function untilAskedToStop(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => resolve());
  });
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

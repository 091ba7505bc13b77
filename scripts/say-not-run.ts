// After npm test: what it did not run, and how to.
import { parseArgs } from "node:util";
import { findChromium } from "../test/support/processes/find-chromium.ts";

const usage = `npm run posttest

Says after npm test which tests were not run, and how to run them. npm starts it by itself.

  --help   this text
`;

/** sysexits.h: EX_USAGE. */
const badUsage = 64;

function hasChromium(): boolean {
  try {
    // oxlint-disable-next-line node/no-process-env -- where a shell would look for it
    return findChromium(process.env["PATH"]) !== "";
  } catch {
    return false;
  }
}

function sayNotRun(): string {
  const need = hasChromium() ? "" : " (needs a Chromium: apt-get install chromium)";
  return `
Not run here, since they take a browser or long:
  npm run test:browser   the bot's own pages, and the sandbox's${need}
  npm run test:kills     every story, killed at each of its places
`;
}

try {
  const { values } = parseArgs({ options: { help: { type: "boolean" } } });
  process.stdout.write(values.help === true ? usage : sayNotRun());
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
  process.exitCode = badUsage;
}

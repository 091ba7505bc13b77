// Takes the pictures of README and docs/tour.md: the tests of the sandbox's page keep how it looks on their way.
import { spawnSync } from "node:child_process";
import { join, resolve } from "node:path";
import { runWithoutOptions } from "../src/without-options.ts";

const usage = `npm run pictures

Walks the tour of the sandbox in a Chromium, which has to be there, and writes docs/pictures anew, light and dark. A font
with emoji should be there too (apt-get install fonts-noto-color-emoji).

  --help   this text
`;

function walk(): number {
  const vitest = join("node_modules", "vitest", "vitest.mjs");
  const args = [vitest, "run", "--project", "browser", "test/browser/sandbox/tour.test.ts"];
  // oxlint-disable-next-line node/no-process-env -- the tests get what this command has, and one more
  const env = { ...process.env, PICTURES: resolve("docs/pictures") };
  return spawnSync(process.execPath, args, { stdio: "inherit", env }).status ?? 1;
}

await runWithoutOptions(usage, () => {
  process.exitCode = walk();
});

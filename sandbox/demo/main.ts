import { parseArgs } from "node:util";

const usage = `npm run demo

Plays one story from the request to a verified account, without a browser, and checks the end from outside: emulated
Slack, Workday and Key Vault, an embedded PostgreSQL, the real bot. Nothing leaves the machine, nothing is kept.
Ends with 0 when everything is right, with 1 when something is not, with 64 when these options cannot be read.

  --help   this text
`;

/** sysexits.h: EX_USAGE. */
const badUsage = 64;

/** What to say instead of playing: nothing, unless the command line asks for something. */
function readInstead(): string | undefined {
  try {
    const { values } = parseArgs({ options: { help: { type: "boolean" } } });
    return values.help === true ? usage : undefined;
  } catch (error) {
    return `${error instanceof Error ? error.message : String(error)}\n\n${usage}`;
  }
}

const instead = readInstead();
if (instead !== undefined) {
  (instead === usage ? process.stdout : process.stderr).write(instead);
  process.exitCode = instead === usage ? 0 : badUsage;
} else {
  try {
    // Loaded only now: whoever asks for help needs none of it.
    const { playDemo } = await import("./play-demo.ts");
    process.exitCode = (await playDemo()) ? 0 : 1;
  } catch (error) {
    process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}

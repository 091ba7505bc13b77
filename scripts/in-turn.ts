// Runs scripts of package.json, named with commas between, one after the other until one fails. A chain with &&
// would hand what is typed behind the command, --help too, to its last link, after the others have run.
import { spawnSync } from "node:child_process";
import { parseArgs } from "node:util";

const usage = `npm run check    types, format, lint, unused code, unit tests, until one of them fails
npm run fix      mends what the linter can mend, then formats

  --help   this text
`;

/** sysexits.h: EX_USAGE. */
const badUsage = 64;

function readScripts(): readonly string[] | string {
  try {
    const options = { help: { type: "boolean" } } as const;
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    const [chain = "", ...others] = positionals;
    if (values.help === true) return usage;
    return others.length === 0 ? chain.split(",") : `Not known: ${others.join(" ")}\n\n${usage}`;
  } catch (error) {
    return `${error instanceof Error ? error.message : String(error)}\n\n${usage}`;
  }
}

function run(script: string): boolean {
  return spawnSync("npm", ["run", script], { stdio: "inherit" }).status === 0;
}

const scripts = readScripts();
if (typeof scripts === "string") {
  (scripts === usage ? process.stdout : process.stderr).write(scripts);
  process.exitCode = scripts === usage ? 0 : badUsage;
} else {
  process.exitCode = scripts.every(run) ? 0 : 1;
}

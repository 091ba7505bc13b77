import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { text } from "node:stream/consumers";
import { describe, expect, it } from "vitest";
import { z } from "zod";

const { scripts, engines } = z
  .object({
    scripts: z.record(z.string(), z.string()),
    engines: z.object({ node: z.string() }),
  })
  .parse(JSON.parse(readFileSync("package.json", "utf8")));

/** Tools that npm installs as commands of their own. */
const tools = /^(tsc|biome|oxlint|knip)\b/;

const guarded = "node -r ./src/check-node.cjs ";

/** What follows `node` in a script that runs a file. */
function argumentsOf(script: string): readonly string[] {
  return (scripts[script] ?? "").split(" ").slice(1);
}

async function run(args: readonly string[], env: Record<string, string> = {}): Promise<object> {
  const child = spawn(process.execPath, args, { env, stdio: ["ignore", "pipe", "pipe"] });
  const ended = once(child, "close");
  const [out, error] = await Promise.all([text(child.stdout), text(child.stderr)]);
  await ended;
  return { code: child.exitCode, out, error };
}

describe("the version of Node", () => {
  it("is looked at by every script before anything is loaded", () => {
    const others = Object.entries(scripts)
      .flatMap(([name, command]) => command.split(" && ").map((part) => `${name}: ${part}`))
      .filter((line) => {
        const part = line.slice(line.indexOf(" ") + 1);
        return !part.startsWith(guarded) && !part.startsWith("npm run ") && !tools.test(part);
      });

    expect(others).toEqual([]);
  });

  it("is looked at by the image", () => {
    expect(readFileSync("Dockerfile", "utf8")).toContain(
      '\nCMD ["node", "-r", "./src/check-node.cjs", "src/main.ts"]\n',
    );
  });

  it("is what package.json asks for", () => {
    expect(engines.node).toMatch(/^>=\d+\.\d+ <\d+$/);
  });

  it("stops a command in one sentence where it does not suffice", async () => {
    const answer = await run(argumentsOf("start"), pretending("22.23.1"));

    expect(answer).toEqual({
      code: 1,
      out: "",
      error:
        "Workday ISU bot needs Node 24, 24.11 or newer, and this is 22.23.1: install it, then run the command again.\n",
    });
  });

  it.concurrent.each([
    ["18.20.8", 1],
    ["24.10.0", 1],
    ["24.11.0", 0],
    ["24.21.0", 0],
    ["25.1.0", 1],
  ])("%s ends with %d", async (version, code) => {
    const answer = await run(["-r", "./src/check-node.cjs", "-e", ""], pretending(version));

    expect(answer).toMatchObject({ code });
  });
});

function pretending(version: string): Record<string, string> {
  return { NODE_OPTIONS: "-r ./test/support/pretend-node.cjs", PRETEND_NODE: version };
}

import { spawn } from "node:child_process";
import { once } from "node:events";
import { globSync, readFileSync, statSync } from "node:fs";
import { text } from "node:stream/consumers";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { compileCache } from "../../sandbox/compile-cache.ts";

const { scripts, engines } = z
  .object({
    scripts: z.record(z.string(), z.string()),
    engines: z.object({ node: z.string() }),
  })
  .parse(JSON.parse(readFileSync("package.json", "utf8")));

/** Tools that npm installs as commands of their own. */
const tools = /^(tsc|biome|oxlint|knip)\b/;

const testRunner = "node_modules/vitest/vitest.mjs";

const guarded = "node -r ./src/check-node.cjs ";

/** What follows `node` in a script that runs a file. */
function argumentsOf(script: string): readonly string[] {
  return (scripts[script] ?? "").split(" ").slice(1);
}

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly error: string;
}

async function run(args: readonly string[], env: Record<string, string> = {}): Promise<Ended> {
  const child = spawn(process.execPath, args, {
    env: { ...compileCache(), ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = once(child, "close");
  const [out, error] = await Promise.all([text(child.stdout), text(child.stderr)]);
  await ended;
  return { code: child.exitCode, out, error };
}

describe("the version of Node", () => {
  it("is looked at by every script, before anything is loaded", () => {
    const others = Object.entries(scripts).filter(
      ([, command]) =>
        command.includes("&&") || !(command.startsWith(guarded) || tools.test(command)),
    );

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

  // npm compares what they want with its own Node, and warns of each, although the scripts run on another.
  it("is asked for by no package of the lock file", () => {
    const { packages } = z
      .object({ packages: z.record(z.string(), z.object({ engines: z.unknown().optional() })) })
      .parse(JSON.parse(readFileSync("package-lock.json", "utf8")));
    const asking = Object.keys(packages).filter((name) => packages[name]?.engines !== undefined);

    expect(asking).toEqual([""]);
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

  it.each([
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

/** Scripts whose command line the project reads itself, one for each file: a tool reads its own. */
const own = Object.keys(scripts).filter((name, at, all) => {
  const [, , file] = argumentsOf(name);
  const isTool = tools.test(scripts[name] ?? "") || file === testRunner;
  return !isTool && all.findIndex((other) => argumentsOf(other)[2] === file) === at;
});

/** What the commands write in the folder of the project. */
function timesOfWriting(): readonly number[] {
  return ["package-lock.json", ...globSync("docs/reference/*.json")].map(
    (file) => statSync(file).mtimeMs,
  );
}

describe("the command line", () => {
  it.each(own)("of npm run %s: --help shows how it is used, and does nothing", async (name) => {
    const before = timesOfWriting();

    const { out, ...rest } = await run([...argumentsOf(name), "--help"]);

    expect(rest).toEqual({ code: 0, error: "" });
    expect(out).toMatch(usageOf(name));
    expect(timesOfWriting()).toEqual(before);
  });

  it.each(own)("of npm run %s: what it does not know is refused, with 64", async (name) => {
    const { code, out, error } = await run([...argumentsOf(name), "--halp"]);

    expect({ code, out }).toEqual({ code: 64, out: "" });
    expect(error).toMatch(/'--halp'/);
    expect(error).toMatch(usageOf(name, "\n\n"));
  });
});

/** A usage begins with what is typed. */
function usageOf(script: string, begin = "^"): RegExp {
  return new RegExp(`${begin}npm (run )?${script}\\b`);
}

function pretending(version: string): Record<string, string> {
  return { NODE_OPTIONS: "-r ./test/support/processes/pretend-node.cjs", PRETEND_NODE: version };
}

import { spawn } from "node:child_process";
import { once } from "node:events";
import { describe, expect, it } from "vitest";

/** The demo reads what the bot says, so a change of words can break it without breaking the bot. */
describe("the demo", () => {
  it("plays to its end, and everything that it looks at from outside is right", async () => {
    const child = spawn(process.execPath, ["sandbox/demo/main.ts"], { stdio: "pipe" });
    let said = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text: string) => {
        said += text;
      });
    }

    await once(child, "close");

    expect(said).toMatch(/\d+ right, 0 wrong/);
    expect(child.exitCode).toBe(0);
  }, 60_000);
});

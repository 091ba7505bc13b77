import { spawn } from "node:child_process";
import { once } from "node:events";
import { describe, expect, it, onTestFinished } from "vitest";

/** The demo reads what the bot says, so a change of words can break it without breaking the bot. */
describe("the demo", () => {
  // Every wait of the demo has a limit that says what did not come. This one only ends a demo that hangs: its three
  // processes load the whole program, and on a busy machine that alone takes most of a minute.
  it("plays to its end, and everything that it looks at from outside is right", async () => {
    const child = spawn(process.execPath, ["sandbox/demo/main.ts"], { stdio: "pipe" });
    onTestFinished(() => void child.kill());
    let said = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text: string) => {
        said += text;
      });
    }

    await once(child, "close");

    expect(said).toMatch(/\d+ right, 0 wrong/);
    expect(child.exitCode).toBe(0);
  }, 300_000);
});

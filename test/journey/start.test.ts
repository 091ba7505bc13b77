import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { spawnBot } from "../../sandbox/bot-process.ts";

async function runWith(file: string, env: Readonly<Record<string, string>>): Promise<Ended> {
  const folder = mkdtempSync(join(tmpdir(), "isu-start-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, "config.yml");
  writeFileSync(path, file);
  const bot = spawnBot({ CONFIG: path, ...env });
  return { code: await bot.ended, said: bot.lines.join("\n") };
}

interface Ended {
  readonly code: number | null;
  readonly said: string;
}

describe("npm start", () => {
  it("stops at once with every problem, its key, what was found and what is expected", async () => {
    const { code, said } = await runWith(
      "slack: { team: acme, delivery: http }\nvault: { url: 'http://x' }\ntenants: [{ name: 1 }]\n",
      { SLACK_BOT_TOKEN: "xoxp-very-secret-value", AUDIT_KEY: "short-secret" },
    );

    expect(code).toBe(78);
    expect(said).toContain("SLACK_BOT_TOKEN (environment): found a value (not shown)");
    expect(said).toContain("AUDIT_KEY (environment)");
    expect(said).toContain('slack.team: found "acme"');
    expect(said).toContain("vault.identity: found nothing");
    expect(said).toContain("tenants[0].name: found 1");
    expect(said).not.toContain("secret-value");
    expect(said).not.toContain("short-secret");
  });

  it("says which file it looked for", async () => {
    const { code, said } = await runWith("", { CONFIG: "/nowhere/config.yml" });

    expect(code).toBe(78);
    expect(said).toContain("CONFIG (/nowhere/config.yml): found no file there");
  });
});

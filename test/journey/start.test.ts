import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { parse, stringify } from "yaml";
import { z } from "zod";
import { spawnBot } from "../../sandbox/bot-process.ts";

const File = z.looseObject({ tenants: z.array(z.looseObject({ name: z.string() })) });

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

  it("stops at a bad recipe of the company's own, with file, line, column and reason", async () => {
    const own = mkdtempSync(join(tmpdir(), "isu-recipes-"));
    onTestFinished(() => rmSync(own, { recursive: true, force: true }));
    writeFileSync(join(own, "acme-hr.yml"), "vendor: Acme HR\nsource: guide\nowner: me\n");
    const example = readFileSync("config.example.yml", "utf8");

    const { code, said } = await runWith(`${example}\nrecipes: ${JSON.stringify(own)}\n`, {
      SLACK_BOT_TOKEN: "xoxb-1",
      SLACK_SIGNING_SECRET: "a-signing-secret",
      AUDIT_KEY: "an audit key of at least 32 characters",
      DATABASE_URL: "postgres://127.0.0.1:1/none",
      WORKDAY_PASSWORD: "secret-value",
    });

    expect(code).toBe(78);
    expect(said).toContain("Recipes are wrong:");
    expect(said).toContain("acme-hr.yml:3:1: owner: there is no such key");
    expect(said).toContain("acme-hr.yml:1:1: permissions: ");
  });

  it("stops where one Workday tenant has two entries: its releases would not know of each other", async () => {
    const file = File.parse(parse(readFileSync("config.example.yml", "utf8")));
    const [first] = file.tenants;
    const again = { ...first, label: "The same once more" };

    const { code, said } = await runWith(stringify({ ...file, tenants: [first, again] }), {});

    expect(code).toBe(78);
    expect(said).toContain(`tenants[1].name: found ${JSON.stringify(first?.name)}`);
  });

  it("says which file it looked for", async () => {
    const { code, said } = await runWith("", { CONFIG: "/nowhere/config.yml" });

    expect(code).toBe(78);
    expect(said).toContain("CONFIG (/nowhere/config.yml): found no file there");
  });
});

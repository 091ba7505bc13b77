import { describe, expect, it } from "vitest";
import type { Config } from "../../src/config/read-config.ts";
import { checkPages } from "../../src/doctor/pages.ts";
import { aFile, read } from "../config/a-config.ts";

const url = "https://isu-bot.example.com";
const policy = { "content-security-policy": "frame-ancestors 'none'" };

function aConfig(
  changes: Record<string, unknown> = { web: { url, listen: { port: 3443 } } },
): Config {
  const config = read(aFile(changes));
  if (!config.ok) throw new Error("The configuration is wrong");
  return config.value;
}

async function stateOf(config: Config, answer: () => Response): Promise<readonly string[]> {
  const deps = { now: () => 0, limitMs: 1000, fetch: async () => answer() };
  return (await checkPages(config, deps)).map(({ state }) => state);
}

describe("checkPages", () => {
  it.each<[what: string, answer: () => Response, state: string]>([
    ["the bot's own page", () => new Response("", { headers: policy }), "ok"],
    ["something else", () => new Response("hello"), "warning"],
    ["a proxy without the bot", () => new Response("", { status: 502 }), "warning"],
    ["nothing", () => Response.error().clone(), "warning"],
  ])("knows %s", async (_what, answer, state) => {
    expect(await stateOf(aConfig(), answer)).toEqual([state]);
  });

  it("says that nothing answers, and nothing at all where there are no pages", async () => {
    expect(await stateOf(aConfig(), fail)).toEqual(["warning"]);
    expect(await stateOf(aConfig({}), fail)).toEqual([]);
  });
});

function fail(): never {
  throw new TypeError("fetch failed");
}

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readRunnerSettings } from "../../src/config/runner-settings.ts";
import { valueIn } from "../support/value-in.ts";
import { matching } from "../workday/support/matching.ts";
import { aFile, aFolder, canaries, ownPublicKey, runnerPublicKey } from "./a-config.ts";

const { RUNNER_SIGNING_KEY } = canaries;
const said = { url: "https://rpa.example.com", tenant: "acme", publicKey: runnerPublicKey };
const keyId = "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k";

describe("readRunnerSettings", () => {
  it("needs no file where everything is said", () => {
    const settings = valueIn(
      readRunnerSettings({ env: { RUNNER_SIGNING_KEY }, cwd: aFolder() }, said),
    );

    expect(settings).toMatchObject({
      url: "https://rpa.example.com",
      tenant: "acme",
      runnerKey: { id: keyId },
      pollEveryMs: 2_000,
      timeoutMs: 60_000,
    });
  });

  it("takes from the bot's own file what is not said, and nothing else of it", () => {
    const folder = aFolder();
    const runner = { url: "https://rpa.example.com/isu", publicKey: runnerPublicKey };
    writeFileSync(join(folder, "bot.yml"), JSON.stringify(aFile({ runner, vault: "not yet" })));
    const place = { env: { RUNNER_SIGNING_KEY, CONFIG: "bot.yml" }, cwd: folder };

    expect(valueIn(readRunnerSettings(place, {}))).toMatchObject({
      url: "https://rpa.example.com/isu",
      tenant: "acme_dpt1",
      runnerKey: { id: keyId },
      timeoutMs: 900_000,
    });
    expect(valueIn(readRunnerSettings(place, { publicKey: ownPublicKey })).runnerKey.id).not.toBe(
      keyId,
    );
  });

  it.each([
    ["an address", { ...said, url: undefined }, { RUNNER_SIGNING_KEY }, "runner.url"],
    ["a tenant", { ...said, tenant: undefined }, { RUNNER_SIGNING_KEY }, "--tenant"],
    ["the bot's key", said, {}, "RUNNER_SIGNING_KEY"],
    ["the runner's key", { ...said, publicKey: "x" }, { RUNNER_SIGNING_KEY }, "runner.publicKey"],
  ])("says that it misses %s", (_what, options, env, words) => {
    const answer = readRunnerSettings({ env, cwd: aFolder() }, options);

    expect(answer).toEqual({ ok: false, error: matching(words) });
  });
});

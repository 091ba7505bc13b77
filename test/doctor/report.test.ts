import { describe, expect, it } from "vitest";
import { type Finding, findingsOf, toExitCode } from "../../src/doctor/finding.ts";
import { renderJson, renderText } from "../../src/doctor/report.ts";

const slack = findingsOf("Slack");
const vault = findingsOf("Key Vault");
const good = slack.ok("bot token", "Good.");
const odd = slack.warning("scopes", "More than needed.", "Take them off.");
const bad = vault.failed("identity", "No token.", "Correct it.");
const open = vault.notTried("write", "Only when asked.");

describe("renderText", () => {
  it("tells each area's findings with their state as a word, and the sum", () => {
    expect(renderText([good, bad, odd, open])).toBe(
      [
        "Slack",
        "  ok         bot token: Good.",
        "  WARNING    scopes: More than needed.",
        "             To do: Take them off.",
        "",
        "Key Vault",
        "  FAILED     identity: No token.",
        "             To do: Correct it.",
        "  not tried  write: Only when asked.",
        "",
        "1 ok, 1 warning, 1 failed, 1 not tried.",
        "",
      ].join("\n"),
    );
  });
});

it("colours the words of states alone, so that nothing is said by a colour", () => {
  const said = renderText([good, bad], (state, word) => `<${state}>${word}</>`);

  expect(said).toContain("  <ok>ok       </>  bot token: Good.");
  expect(said).toContain("  <failed>FAILED   </>  identity: No token.");
});

describe("renderJson", () => {
  it("tells programs the same", () => {
    expect(JSON.parse(renderJson([good, odd, bad, open]))).toEqual({
      counts: { ok: 1, warning: 1, failed: 1, "not-tried": 1 },
      findings: [good, odd, bad, open],
    });
  });
});

describe("toExitCode", () => {
  it.each<[findings: readonly Finding[], code: number]>([
    [[], 0],
    [[good, odd, open], 0],
    [[good, bad], 1],
  ])("answers for %j with %d", (findings, code) => {
    expect(toExitCode(findings)).toBe(code);
  });
});

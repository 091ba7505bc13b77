import type { Config } from "../config/read-config.ts";
import { createNonce } from "../dice.ts";
import type { Tenant } from "../flows/tenant/tenant.ts";
import { findRunner } from "../workday/runner/find-runner.ts";
import { parseSigningKey, parseVerifyingKey } from "../workday/runner/signing-keys.ts";
import { createDateWatch, judgeClock } from "./clock.ts";
import type { DoctorDeps } from "./deps.ts";
import { type Finding, findingsOf } from "./finding.ts";
import { withLimit } from "./with-limit.ts";

const area = "runner";
const findings = findingsOf(area);

/** Tries the runner with a task that nobody handed over, and says which hands name it. */
export async function checkRunnerOf(
  { file, secrets }: Config,
  tenants: readonly Tenant[],
  { limitMs, now, fetch }: DoctorDeps,
): Promise<readonly Finding[]> {
  const { runner, allowLoopbackHttp } = file;
  if (runner === undefined || secrets.runnerSigningKey === undefined) {
    return [findings.ok("hands", "No runner is configured: people do the tasks.")];
  }
  const signingKey = parseSigningKey(secrets.runnerSigningKey);
  const runnerKey = parseVerifyingKey(runner.publicKey);
  if (!signingKey.ok || !runnerKey.ok) throw new Error("Checked by the configuration");
  const answer = await withLimit({ area, what: "answer", limitMs }, async () => {
    const watch = createDateWatch(now, fetch);
    const checked = await findRunner({
      url: runner.url,
      signingKey: signingKey.value,
      runnerKey: runnerKey.value,
      wallClock: now,
      nonce: createNonce,
      timeoutMs: limitMs,
      allowHttpOnLoopback: allowLoopbackHttp,
      fetch: watch.fetch,
    });
    const clock = judgeClock(findings, watch.aheadMs());
    if (checked.ok) {
      return [
        findings.ok("answer", "It answers, knows the bot's key, and signs with its own."),
        clock,
      ];
    }
    const { kind, words } = checked.error;
    return [
      findings.failed("answer", words, remedies[kind]),
      ...(kind === "denied" ? [clock] : []),
    ];
  });
  return [...answer, judgeHands(tenants)];
}

const reach =
  "Start the runner, or correct runner.url; look at firewalls and certificates between.";
const contract = "Make the runner answer as docs/reference/runner.md says, or correct runner.url.";

const remedies = {
  denied: "Give the runner the public half of RUNNER_SIGNING_KEY (npm run runner:keys).",
  rejected: contract,
  unreachable: reach,
  unknown: reach,
  unreadable: contract,
};

/** Which tasks of which tenants are the runner's. */
export function judgeHands(tenants: readonly Tenant[]): Finding {
  const named = tenants.flatMap(({ name, hands }) => {
    const tasks = Object.entries(hands).filter(([, hand]) => hand === "runner");
    return tasks.length === 0 ? [] : [`${name} (${tasks.map(([task]) => task).join(", ")})`];
  });
  if (named.length > 0) return findings.ok("hands", `It is the hand of ${named.join("; ")}.`);
  const words = "A runner is configured, and no tenant's hands name it.";
  return findings.warning("hands", words, "Set hands.default: runner of a tenant, or take it out.");
}

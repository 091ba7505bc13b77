import { describe, expect, it, onTestFinished } from "vitest";
import type { TenantDefinition } from "../../sandbox/workday/definition.ts";
import { type Workday as Emulator, startWorkday } from "../../sandbox/workday/workday.ts";
import { withWql } from "../../sandbox/workday/wql/with-wql.ts";
import { instant } from "../../src/flows/model/ids.ts";
import { matching } from "../workday/support/matching.ts";
import { activate, anEye } from "./a-wql-tenant.ts";
import { acme, anAdapter } from "./workday-subjects.ts";

const minuteMs = 60_000;

/** A tenant with WQL, whose bot may read the activity log unless said otherwise. */
async function start(
  parts: Partial<TenantDefinition> = {},
  log: Pick<TenantDefinition, "logsUserActivity"> = { logsUserActivity: true },
): Promise<Emulator> {
  const tenant = withWql(acme, "fine");
  const groups = tenant.groups.map((group) => ({
    ...group,
    permissions: { ...group.permissions, "System Auditing": ["Get", "View"] as const },
  }));
  const domains = [...tenant.domains, "System Auditing"];
  const emulator = await startWorkday({
    tenants: [{ ...tenant, domains, groups, ...log, ...parts }],
  });
  onTestFinished(() => emulator.stop());
  return emulator;
}

function readRuns(emulator: Emulator): Promise<unknown> {
  const now = Date.now();
  const span = { from: instant(now - minuteMs), to: instant(now + minuteMs) };
  const { readActivationRuns } = anEye(emulator);
  if (readActivationRuns === undefined) throw new Error("There is no client to ask with");
  return readActivationRuns(span);
}

describe("the activity log, by the adapter on the emulator", () => {
  it("names who ran the activation, and nothing else that they did", async () => {
    const emulator = await start();
    emulator.tenant("acme_dpt1").perform("create-security-group", { nothing: 1 }, "lmcneil");
    activate(emulator);

    expect(await readRuns(emulator)).toMatchObject({ ok: true, value: [{ by: "lmcneil" }] });
  });

  it("is empty where activity is not logged", async () => {
    const emulator = await start({}, {});
    activate(emulator);

    expect(await readRuns(emulator)).toEqual({ ok: true, value: [] });
  });

  it("is refused to a client without System Auditing", async () => {
    const { groups } = withWql(acme, "fine");
    const emulator = await start({ groups });

    expect(await readRuns(emulator)).toMatchObject({
      error: { kind: "denied", words: matching("Get and View on System Auditing") },
    });
  });

  it("is not asked without a client", async () => {
    const emulator = await start();

    expect(anAdapter(emulator.url)).not.toHaveProperty("readActivationRuns");
  });
});

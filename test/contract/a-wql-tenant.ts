import { onTestFinished } from "vitest";
import type { TenantDefinition } from "../../sandbox/workday/definition.ts";
import { type Workday as Emulator, startWorkday } from "../../sandbox/workday/workday.ts";
import { withWql, wqlClient } from "../../sandbox/workday/wql/with-wql.ts";
import { noPermissions } from "../../src/flows/model/permissions.ts";
import { Secret } from "../../src/secret.ts";
import { toRunnerTask } from "../../src/workday/runner/task.ts";
import type { TenantWorkday } from "../../src/workday/workday.ts";
import { acme, anAdapter } from "./workday-subjects.ts";

/** A tenant that answers WQL, for as long as the test runs. */
export async function startWql(
  grain: "fine" | "coarse",
  parts: Partial<TenantDefinition["wql"]> = {},
  now: () => number = Date.now,
): Promise<Emulator> {
  const tenant = { ...withWql(acme, grain), wql: { grain, ...parts } };
  const emulator = await startWorkday({ tenants: [tenant], now });
  onTestFinished(() => emulator.stop());
  return emulator;
}

/** The adapter with a client for WQL, and without reports. */
export function anEye(
  { url }: Emulator,
  parts: Parameters<typeof anAdapter>[1] = {},
): TenantWorkday {
  const { clientId, clientSecret, refreshToken } = wqlClient;
  return anAdapter(url, {
    wql: {
      id: new Secret(clientId),
      secret: new Secret(clientSecret),
      refreshToken: new Secret(refreshToken),
      fields: {},
    },
    reports: { owner: "ISU_Bot" },
    ...parts,
  });
}

/** A group for ISU_Taken, with Get on a domain that waits for an activation. */
export function grant(on: Emulator): void {
  const acting = on.tenant("acme_dpt1");
  const tasks = [
    { name: "create-security-group", groupName: "ISSG_New" },
    { name: "add-group-member", groupName: "ISSG_New", userName: "ISU_Taken" },
    {
      name: "grant-permissions",
      groupName: "ISSG_New",
      permissions: { ...noPermissions, Get: ["Integration Build"] },
    },
  ] as const;
  for (const one of tasks) {
    const { task, fields } = toRunnerTask(one);
    const outcome = acting.perform(task, fields, "lmcneil");
    if (outcome.status !== "done") throw new Error(outcome.detail);
  }
}

/** Makes live whatever waits. */
export function activate(on: Emulator): void {
  const { task, fields } = toRunnerTask({ name: "activate", comment: "For Okta" });
  on.tenant("acme_dpt1").perform(task, fields, "lmcneil");
}

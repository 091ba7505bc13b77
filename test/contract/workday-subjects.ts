import type { TenantDefinition } from "../../sandbox/workday/definition.ts";
import { startWorkday } from "../../sandbox/workday/workday.ts";
import type { Workday } from "../../src/flows/ports/workday.ts";
import type { Task } from "../../src/flows/tasks/task.ts";
import { Secret } from "../../src/secret.ts";
import { toRunnerTask } from "../../src/workday/runner/task.ts";
import { createWorkday, type TenantWorkday } from "../../src/workday/workday.ts";
import { createFakeWorkday } from "../support/fakes/fake-workday.ts";

/** One tenant to hold to the contract, and a hand on what lies behind it. */
export interface Subject {
  readonly workday: Workday;
  /** Does a task as a person would. */
  readonly perform: (task: Task) => void;
  readonly stop: () => Promise<void>;
}

interface SubjectOptions {
  /** Whether the tenant offers its reports as services; left out: it does. */
  readonly hasReports?: boolean;
}

/** Systems `INT_Free` and `INT_Taken`, the latter with the user `ISU_Taken`; a worker `lmcneil`. */
export const subjects: readonly (readonly [
  name: string,
  start: (options?: SubjectOptions) => Promise<Subject>,
])[] = [
  ["the fake", startFake],
  ["the adapter on the emulator", startOnEmulator],
];

export const botPassword = "Bot-canary-7Hq2xZ";

export const acme: TenantDefinition = {
  name: "acme_dpt1",
  maxSessionTimeoutMinutes: 480,
  domains: ["Integration Security", "Integration Build", "Worker Data: Workers"],
  templates: ["Cloud Integration Template"],
  integrationSystems: [
    { id: "INT_Bot", name: "Bot" },
    { id: "INT_Free", name: "Free" },
    { id: "INT_Taken", name: "Taken" },
  ],
  accounts: [
    {
      userName: "ISU_Bot",
      isExempt: true,
      password: botPassword,
      kind: "isu",
      integrationSystem: "INT_Bot",
    },
    {
      userName: "ISU_Taken",
      password: "Taken-password-1",
      kind: "isu",
      integrationSystem: "INT_Taken",
    },
    {
      userName: "lmcneil",
      password: "Worker-password-1",
      kind: "worker",
      expiresOn: "2031-12-31",
    },
  ],
  groups: [
    {
      name: "ISSG_Bot",
      members: ["ISU_Bot"],
      permissions: { "Integration Security": ["Get", "Put"], "Integration Build": ["Get", "Put"] },
    },
  ],
  certificates: ["Signing_Key", "IdP_Key", "Holder_Key"],
  organizations: [
    { name: "Acme Germany", type: "Company" },
    { name: "Acme Switzerland", type: "Company" },
  ],
  reports: [
    "ISU_Bot_Pending_Domain_Policies",
    "ISU_Bot_Pending_Business_Process_Policies",
    "ISU_Bot_Security_Groups",
    "ISU_Bot_Group_Permissions",
    "ISU_Bot_Security_Timestamps",
    "ISU_Bot_Password_Exemptions",
    "ISU_Bot_Accounts",
  ],
};

/** The adapter, as an operator would configure it for the emulator. */
export function anAdapter(
  url: string,
  parts: Partial<Parameters<typeof createWorkday>[0]> = {},
): TenantWorkday {
  return createWorkday({
    servicesUrl: url,
    tenant: "acme_dpt1",
    version: "v31.2",
    account: { userName: "ISU_Bot", password: new Secret(botPassword) },
    timeoutMs: 5_000,
    allowHttpOnLoopback: true,
    reports: {
      owner: "ISU_Bot",
      pendingDomainPolicies: { name: "ISU_Bot_Pending_Domain_Policies", columns: {} },
      pendingBusinessProcessPolicies: {
        name: "ISU_Bot_Pending_Business_Process_Policies",
        columns: {},
      },
      securityGroups: {
        name: "ISU_Bot_Security_Groups",
        columns: {
          Group_Type: "Group_Type",
          Organizations: "Organizations",
          Organization_Scope: "Organization_Scope",
          Administered_By: "Administered_By",
          Included_In: "Included_In",
          Business_Processes: "Business_Processes",
          Initiates: "Initiates",
        },
      },
      groupPermissions: { name: "ISU_Bot_Group_Permissions", columns: {} },
      securityTimestamps: { name: "ISU_Bot_Security_Timestamps", columns: {} },
      passwordExemptions: { name: "ISU_Bot_Password_Exemptions", columns: {} },
      accounts: {
        name: "ISU_Bot_Accounts",
        columns: { Expires: "Expires", New_Password: "New_Password" },
      },
    },
    ...parts,
  });
}

async function startFake(options: SubjectOptions = {}): Promise<Subject> {
  const fake = createFakeWorkday(options);
  fake.addSystem("INT_Bot", "Bot");
  fake.addSystem("INT_Free", "Free");
  fake.addSystem("INT_Taken", "Taken");
  fake.addUser("INT_Bot", "ISU_Bot");
  fake.addUser("INT_Taken", "ISU_Taken");
  fake.addAccount("lmcneil");
  fake.changeStanding("lmcneil", { expiry: { kind: "on", on: "2031-12-31" } });
  return { workday: fake, perform: fake.tenant.perform, stop: async () => undefined };
}

async function startOnEmulator({ hasReports = true }: SubjectOptions = {}): Promise<Subject> {
  const emulator = await startWorkday({ tenants: [acme] });
  return {
    workday: anAdapter(emulator.url, hasReports ? {} : { reports: { owner: "ISU_Bot" } }),
    perform: (task) => {
      const { task: name, fields } = toRunnerTask(task);
      const outcome = emulator.tenant("acme_dpt1").perform(name, fields, "lmcneil");
      if (outcome.status !== "done") throw new Error(outcome.detail);
    },
    stop: () => emulator.stop(),
  };
}

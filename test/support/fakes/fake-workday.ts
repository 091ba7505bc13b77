import type { ClientTrial } from "../../../src/flows/model/api-client.ts";
import type { Fault } from "../../../src/flows/model/fault.ts";
import type { ListedAccount } from "../../../src/flows/model/listed-account.ts";
import type {
  AccountStanding,
  IntegrationSystem,
  ProbeAnswer,
  PutUserReply,
  UserSettings,
  Workday,
} from "../../../src/flows/ports/workday.ts";
import type { ProbeOperation } from "../../../src/flows/tenant/tenant.ts";
import { err, ok, type Result } from "../../../src/result.ts";
import { Secret } from "../../../src/secret.ts";
import { createFakeSignOnLog, type FakeSignOnLog } from "./fake-sign-on-log.ts";
import { createFakeTenant, type FakeTenant } from "./fake-tenant.ts";
import { refuseSettings, showUser, toUser, type User } from "./fake-user.ts";
import { createMishaps, type FaultInjector } from "./fault-injection.ts";

export interface FakeWorkday extends Workday, FakeSignOnLog {
  readonly tenant: FakeTenant;
  readonly systems: () => readonly IntegrationSystem[];
  /** Users by their integration system, with their passwords. */
  readonly users: () => readonly User[];
  /** User names whose password was set, in order: once for each put that took effect. */
  readonly puts: readonly string[];
  readonly addSystem: (id: string, name: string) => void;
  /** Somebody else makes a user on a system. */
  readonly addUser: (systemId: string, userName: string) => void;
  /** Somebody else makes an account that hangs on no system. */
  readonly addAccount: (userName: string) => void;
  readonly deleteUser: (systemId: string) => void;
  /** Somebody changes what the list of accounts shows of one. */
  readonly changeStanding: (userName: string, changes: Partial<ListedAccount>) => void;
  readonly deleteSystem: (id: string) => void;
  /** An authentication policy that lets nobody sign on, or lets them again. */
  /** What trying a client's values shows from now on. */
  readonly setTrial: (trial: ClientTrial) => void;
  /** The values of each client that was tried. */
  readonly clientsTried: readonly (readonly string[])[];
  readonly allowSignOn: (isAllowed: boolean) => void;
  /** From now on the tenant refuses to switch a way of signing on off. */
  readonly refuseSignOnOff: () => void;
  /** From now on the tenant keeps the last of the configurations that are put. */
  readonly keepOneConfiguration: () => void;
}

interface Options {
  readonly mishaps?: FaultInjector;
  /** Whether the tenant offers its reports as services. */
  readonly hasReports?: boolean;
  /** The time in the tenant; absent: it stands still. */
  readonly now?: () => number;
}

/** Domains that an active Get of the new user's group must name for a probe to be answered. */
const provenBy: Record<ProbeOperation, string> = {
  Get_Workers: "Worker Data: Workers",
  Get_Integration_Systems: "Integration Build",
  Get_Integration_System_Users: "Integration Security",
  Get_Learning_Topics: "Manage: Learning Content",
};

/** One Workday tenant in memory. */
export function createFakeWorkday({
  mishaps = createMishaps(),
  hasReports = true,
  now,
}: Options = {}): FakeWorkday {
  const tenant = createFakeTenant(now);
  const systems: IntegrationSystem[] = [];
  const users: User[] = [];
  const elsewhere: string[] = [];
  const puts: string[] = [];
  const clientsTried: string[][] = [];
  const standings = new Map<string, Partial<ListedAccount>>();
  let trial: ClientTrial = { kind: "verified" };
  let mayANewUserSignOn = true;
  let isOffRefused = false;
  let isOneKept = false;

  function addSystem(id: string, name: string): IntegrationSystem {
    const wid = (systems.length + 1).toString(16).padStart(32, "a");
    const system = { wid, id, name };
    systems.push(system);
    return system;
  }

  function standing(userName: string): AccountStanding {
    const user = users.find((one) => isSame(one.userName, userName));
    if (user !== undefined) return { kind: "on-system", systemId: user.systemId };
    return { kind: elsewhere.some((name) => isSame(name, userName)) ? "elsewhere" : "free" };
  }

  function listAccounts(): readonly ListedAccount[] {
    const named = elsewhere.map((userName) => ({ userName, requireNewPassword: false }));
    return [...users, ...named].map(({ userName, requireNewPassword = false }) => ({
      userName,
      needsNewPassword: requireNewPassword,
      isLocked: false,
      isDisabled: false,
      expiry: { kind: "never" },
      ...standings.get(userName),
    }));
  }

  function whyNot({ systemId, userName }: UserSettings): string | undefined {
    const account = standing(userName);
    if (account.kind === "elsewhere") return "The user is a worker or an implementer.";
    if (account.kind === "on-system" && account.systemId !== systemId) {
      return "The user is assigned to another integration system.";
    }
    const there = users.find((one) => one.systemId === systemId);
    return there === undefined || isSame(there.userName, userName)
      ? undefined
      : "The integration system has a user.";
  }

  function putUser(settings: UserSettings): Result<PutUserReply, Fault> {
    const system = systems.find(({ id }) => id === settings.systemId);
    if (system === undefined) return rejected("Invalid ID value.");
    const why = whyNot(settings);
    if (why !== undefined) return rejected(why);
    const at = users.findIndex(({ systemId }) => systemId === settings.systemId);
    const there = users[at];
    const no = refuseSettings(settings, { there, isOffRefused });
    if (no !== undefined) return rejected(no);
    const wid = there?.wid ?? (users.length + 1).toString(16).padStart(32, "b");
    const user = toUser(settings, { there, wid, systemWid: system.wid, isOneKept });
    if (at === -1) users.push(user);
    else users[at] = user;
    if (settings.password !== "unchanged") puts.push(settings.userName);
    const references = {
      system: [
        { type: "WID", id: system.wid },
        { type: "Integration_System_ID", id: system.id },
      ],
      user: [
        { type: "WID", id: wid },
        { type: "WorkdayUserName", id: settings.userName },
      ],
    };
    return ok({ systemWid: system.wid, userWid: wid, references });
  }

  function probe(as: Parameters<Workday["probe"]>[0], operation: ProbeOperation): ProbeAnswer {
    const user = users.find(({ userName }) => isSame(userName, as.userName));
    const mayAny = mayANewUserSignOn && tenant.maySignOn(as.userName);
    const isSignedOn = mayAny && user?.password.reveal() === as.password.reveal();
    if (!isSignedOn) return "not-signed-on";
    const groups = tenant
      .groups()
      .filter(
        ({ active, members }) => active && members.some((member) => isSame(member, as.userName)),
      );
    return groups.some(({ name }) =>
      tenant.active().includes(`${name}: Get ${provenBy[operation]}`),
    )
      ? "answered"
      : "not-authorized";
  }

  return {
    tenant,
    ...createFakeSignOnLog(mishaps),
    systems: () => [...systems],
    users: () => [...users],
    puts,
    addSystem,
    addUser: (systemId, userName) => {
      const wid = (users.length + 1).toString(16).padStart(32, "c");
      const password = new Secret("theirs");
      users.push({
        systemId,
        userName,
        password,
        isGenerated: false,
        doNotAllowUiSessions: false,
        wid,
        systemWid: "",
      });
    },
    addAccount: (userName) => elsewhere.push(userName),
    deleteUser: (systemId) => {
      users.splice(0, users.length, ...users.filter((user) => user.systemId !== systemId));
    },
    changeStanding: (userName, changes) => {
      standings.set(userName, changes);
    },
    deleteSystem: (id) => {
      systems.splice(0, systems.length, ...systems.filter((system) => system.id !== id));
    },
    clientsTried,
    setTrial: (next) => {
      trial = next;
    },
    allowSignOn: (isAllowed) => {
      mayANewUserSignOn = isAllowed;
    },
    refuseSignOnOff: () => {
      isOffRefused = true;
    },
    keepOneConfiguration: () => {
      isOneKept = true;
    },
    findIntegrationSystem: (id, type) =>
      mishaps.meet("workday.findIntegrationSystem", () =>
        ok(systems.find((one) => (type === "WID" ? one.wid : one.id) === id)),
      ),
    listIntegrationSystems: () =>
      mishaps.meet("workday.listIntegrationSystems", () => ok([...systems])),
    findUserOfSystem: (id) =>
      mishaps.meet("workday.findUserOfSystem", () => {
        const user = users.find(({ systemId }) => systemId === id);
        if (user === undefined) return ok(undefined);
        const isOff = tenant.hasSwitchedOff(user.userName);
        return ok(isOff ? { ...showUser(user), tokens: [] } : showUser(user));
      }),
    findAccount: (userName) => mishaps.meet("workday.findAccount", () => ok(standing(userName))),
    putIntegrationSystem: ({ id, name }) =>
      mishaps.meet("workday.putIntegrationSystem", () =>
        systems.some((one) => one.id === id)
          ? rejected("The integration system exists.")
          : ok(addSystem(id, name)),
      ),
    putIntegrationSystemUser: (user) =>
      mishaps.meet("workday.putIntegrationSystemUser", () => putUser(user)),
    readPendingChanges: () =>
      mishaps.meet("workday.readPendingChanges", () =>
        ok(hasReports ? { kind: "seen", changes: tenant.pending() } : { kind: "cannot-see" }),
      ),
    readSecurityGroups: () =>
      mishaps.meet("workday.readSecurityGroups", () =>
        ok(hasReports ? tenant.groups() : undefined),
      ),
    readPasswordExemptions: () =>
      mishaps.meet("workday.readPasswordExemptions", () =>
        ok(hasReports ? ["ISU_Bot", ...tenant.exempt()] : undefined),
      ),
    readAccounts: () =>
      mishaps.meet("workday.readAccounts", () => ok(hasReports ? listAccounts() : undefined)),
    readGroupPermissions: () =>
      mishaps.meet("workday.readGroupPermissions", () =>
        ok(
          hasReports ? { kind: "seen", permissions: tenant.permissions() } : { kind: "cannot-see" },
        ),
      ),
    readTimestamps: () =>
      mishaps.meet("workday.readTimestamps", () =>
        ok(hasReports ? { kind: "seen", timestamps: tenant.timestamps() } : { kind: "cannot-see" }),
      ),
    tryClient: ({ id, secret, refreshToken }) =>
      mishaps.guard(() => {
        clientsTried.push([id, secret, refreshToken].map((one) => one.reveal()));
        return trial;
      }),
    probe: (as, operation) => mishaps.meet("workday.probe", () => ok(probe(as, operation))),
  };
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

function rejected(words: string): Result<never, Fault> {
  return err({ kind: "rejected", outside: "Workday", words });
}

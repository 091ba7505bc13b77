import { instant } from "../../src/flows/ids.ts";
import type { PendingChange } from "../../src/flows/pending.ts";
import { listPermissions, type Permissions } from "../../src/flows/permissions.ts";
import type { SecurityGroup } from "../../src/flows/ports.ts";
import type { Task } from "../../src/flows/task.ts";
import type { GroupPermission, SecurityTimestamp } from "../../src/flows/tenant-shown.ts";

/** What people and runners see and do in a tenant's security configuration. */
export interface FakeTenant {
  readonly groups: () => readonly SecurityGroup[];
  readonly pending: () => readonly PendingChange[];
  /** What took effect, as `group: access domain`. */
  readonly active: () => readonly string[];
  /** What groups may do, active and pending, as a report of it tells. */
  readonly permissions: () => readonly GroupPermission[];
  /** Each activation with its moment: a minute after the one before. */
  readonly timestamps: () => readonly SecurityTimestamp[];
  /** The comment of each activation. */
  readonly activations: readonly string[];
  /** Tasks that were carried out, in order. */
  readonly performed: readonly Task[];
  /** Carries a task out as Workday would. */
  readonly perform: (task: Task) => void;
  /** Somebody else changes a policy. */
  readonly addPending: (change: PendingChange) => void;
  readonly dropPending: (change: PendingChange) => void;
  readonly addGroup: (name: string, members?: readonly string[]) => void;
  readonly deleteGroup: (name: string) => void;
}

interface Group {
  name: string;
  active: boolean;
  members: readonly string[];
}

/** Security groups, policies and what is pending, in memory. */
export function createFakeTenant(): FakeTenant {
  const groups: Group[] = [];
  let pending: readonly PendingChange[] = [];
  let active: readonly string[] = [];
  const activations: string[] = [];
  const performed: Task[] = [];

  function groupNamed(name: string): Group {
    const found = groups.find((group) => group.name === name);
    if (found !== undefined) return found;
    const group = { name, active: true, members: [] };
    groups.push(group);
    return group;
  }

  function grant(groupName: string, permissions: Permissions): void {
    for (const change of toChanges(groupName, permissions, "Added")) {
      const isThere =
        active.includes(toGrant(change)) || pending.some((one) => isSame(one, change));
      if (!isThere) pending = [...pending, change];
    }
  }

  function revoke(groupName: string, permissions: Permissions): void {
    const added = toChanges(groupName, permissions, "Added");
    pending = pending.filter((one) => !added.some((change) => isSame(one, change)));
    for (const change of toChanges(groupName, permissions, "Removed")) {
      if (active.includes(toGrant(change))) pending = [...pending, change];
    }
  }

  function activate(comment: string): void {
    activations.push(comment);
    const gone = pending.filter(({ change }) => change === "Removed").map(toGrant);
    const made = pending.filter(({ change }) => change === "Added").map(toGrant);
    active = [...active.filter((one) => !gone.includes(one)), ...made];
    pending = [];
  }

  function carryOut(task: Task): void {
    switch (task.name) {
      case "create-security-group":
        groupNamed(task.groupName);
        return;
      case "add-group-member":
      case "remove-group-member": {
        const group = groupNamed(task.groupName);
        const others = group.members.filter((member) => member !== task.userName);
        group.members = task.name === "add-group-member" ? [...others, task.userName] : others;
        return;
      }
      case "grant-permissions":
        return grant(task.groupName, task.permissions);
      case "revoke-permissions":
        return revoke(task.groupName, task.permissions);
      case "activate":
        return activate(task.comment);
      case "inactivate-security-group":
        groupNamed(task.groupName).active = false;
    }
  }

  return {
    groups: () => groups.map((group) => ({ ...group })),
    pending: () => pending,
    active: () => active,
    permissions: () => [
      ...active.map((line) => toPermission(line, "active")),
      ...pending
        .filter(({ kind, change }) => kind === "domain" && change === "Added")
        .map((change) => toPermission(toGrant(change), "pending")),
    ],
    timestamps: () =>
      activations.map((comment, index) => ({
        at: instant(Date.UTC(2026, 10, 23, 9, index)),
        comment,
        by: "rpa-runner",
      })),
    activations,
    performed,
    perform: (task) => {
      performed.push(task);
      carryOut(task);
    },
    addPending: (change) => {
      pending = [...pending, change];
    },
    dropPending: (change) => {
      pending = pending.filter((one) => !isSame(one, change));
    },
    addGroup: (name, members = []) => {
      groups.push({ name, active: true, members });
    },
    deleteGroup: (name) => {
      groups.splice(0, groups.length, ...groups.filter((group) => group.name !== name));
    },
  };
}

function toChanges(
  securityGroup: string,
  permissions: Permissions,
  change: string,
): readonly PendingChange[] {
  return listPermissions(permissions).map(({ domain, access }) => ({
    kind: "domain",
    policy: domain,
    action: "",
    securityGroup,
    access,
    change,
  }));
}

function toPermission(grant: string, status: GroupPermission["status"]): GroupPermission {
  const [, securityGroup = "", access = "", domain = ""] = /^(.+?): (\S+) (.+)$/.exec(grant) ?? [];
  return { securityGroup, access, domain, status };
}

function toGrant({ securityGroup, access, policy }: PendingChange): string {
  return `${securityGroup}: ${access} ${policy}`;
}

function isSame(one: PendingChange, other: PendingChange): boolean {
  return toGrant(one) === toGrant(other) && one.change === other.change;
}

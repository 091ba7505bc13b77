import type { ShownGroupType } from "../../../src/flows/model/group-settings.ts";
import { type Instant, instant } from "../../../src/flows/model/ids.ts";
import type { PendingChange } from "../../../src/flows/model/pending.ts";
import type { Permissions } from "../../../src/flows/model/permissions.ts";
import type {
  GroupPermission,
  SecurityTimestamp,
} from "../../../src/flows/model/tenant-reports.ts";
import type { SecurityGroup } from "../../../src/flows/ports/workday.ts";
import { isClientTask } from "../../../src/flows/tasks/client-task.ts";
import { isSegmentTask, type SegmentTask } from "../../../src/flows/tasks/segment-task.ts";
import { isSignOnTask, type SignOnTask } from "../../../src/flows/tasks/sign-on-task.ts";
import type { Task } from "../../../src/flows/tasks/task.ts";
import {
  isOfDomain,
  isSame,
  type Line,
  toGrant,
  toGroupReach,
  toLines,
  toPermission,
  toProcessLines,
  toSegmentBased,
  toType,
} from "./fake-policies.ts";

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
  /** What learning content is marked with. */
  readonly marked: () => readonly string[];
  /** Who is exempt from password expiration. */
  readonly exempt: () => readonly string[];
  readonly switchOnAgain: (userName: string) => void;
  /** Whether somebody switched x509 and SAML of an account off by hand. */
  readonly hasSwitchedOff: (userName: string) => boolean;
  /** From now on only those whom the authentication policy allows may sign on. */
  readonly guardSignOn: () => void;
  readonly maySignOn: (userName: string) => boolean;
  /** The comment of each activation. */
  readonly activations: readonly string[];
  /** Tasks that were carried out, in order. */
  readonly performed: readonly Task[];
  /** Carries a task out as Workday would. */
  readonly perform: (task: Task) => void;
  /** From now on the report shows who made a change: this account. */
  readonly workAs: (account: string) => void;
  /** Somebody else changes a policy. */
  readonly addPending: (change: PendingChange) => void;
  readonly dropPending: (change: PendingChange) => void;
  readonly addGroup: (name: string, members?: readonly string[]) => void;
  /** Somebody else's permissions of a group, active since long. */
  readonly addActive: (groupName: string, permissions: Permissions) => void;
  readonly deleteGroup: (name: string) => void;
  /** Somebody makes another type of group of it. */
  readonly setType: (name: string, type: ShownGroupType | undefined) => void;
}

interface Entry {
  readonly at: Instant;
  readonly comment: string;
  readonly changes: readonly PendingChange[];
}

interface Group {
  type?: ShownGroupType;
  name: string;
  active: boolean;
  members: readonly string[];
}

/** Security groups, policies and what is pending, in memory. */
/** @param now absent: it activates in the minutes after nine, whatever the time is. */
export function createFakeTenant(now: () => number = () => 0): FakeTenant {
  const groups: Group[] = [];
  let pending: readonly PendingChange[] = [];
  let active: readonly string[] = [];
  let entries: readonly Entry[] = [];
  let minutes = 0;
  let maker: { readonly changedBy?: string } = {};
  const performed: Task[] = [];
  const exempt = new Set<string>();
  const switchedOff = new Set<string>();
  const allowed = new Set<string>();
  let allowedNext: ReadonlySet<string> = new Set();
  let isGuarded = false;
  const marked = new Set<string>();

  function groupNamed(name: string): Group {
    const found = groups.find((group) => group.name === name);
    if (found !== undefined) return found;
    const group = { name, active: true, members: [] };
    groups.push(group);
    return group;
  }

  /** What is active already needs no granting; a removal that is pending is taken back. */
  function grant(lines: readonly Line[]): void {
    drop(lines, "Removed");
    for (const line of lines) {
      const change: PendingChange = { ...line, change: "Added", ...maker };
      const isThere =
        active.includes(toGrant(change)) || pending.some((one) => isSame(one, change));
      if (!isThere) pending = [...pending, change];
    }
  }

  function revoke(lines: readonly Line[]): void {
    drop(lines, "Added");
    for (const line of lines) {
      const change: PendingChange = { ...line, change: "Removed", ...maker };
      const isGone = pending.some((one) => isSame(one, change));
      if (active.includes(toGrant(line)) && !isGone) pending = [...pending, change];
    }
  }

  function drop(lines: readonly Line[], change: string): void {
    pending = pending.filter((one) => !lines.some((line) => isSame(one, { ...line, change })));
  }

  function activate(comment: string): void {
    const at = instant(Math.max(Date.UTC(2026, 10, 23, 9, minutes), now()));
    entries = [...entries, { comment, at, changes: pending }];
    minutes += 1;
    apply(pending);
    pending = [];
  }

  function apply(changes: readonly PendingChange[]): void {
    const gone = changes.filter(({ change }) => change === "Removed").map(toGrant);
    const made = changes.filter(({ change }) => change === "Added").map(toGrant);
    active = [...active.filter((one) => !gone.includes(one)), ...made];
  }

  /** The later activations leave the report, and what they changed is pending again. */
  function goBack(to: Instant): void {
    const later = entries.filter(({ at }) => at > to).flatMap(({ changes }) => changes);
    entries = entries.filter(({ at }) => at <= to);
    apply(later.map((one) => ({ ...one, change: one.change === "Added" ? "Removed" : "Added" })));
    pending = [...pending, ...later];
  }

  function changeSignOn(task: SignOnTask): void {
    switch (task.name) {
      case "exempt-from-password-expiry":
        exempt.add(task.userName);
        return;
      case "remove-password-exemption":
        exempt.delete(task.userName);
        return;
      case "allow-in-authentication-policy":
        allowedNext = new Set([...allowedNext, task.userName]);
        return;
      case "remove-from-authentication-policy":
        allowedNext = new Set([...allowedNext].filter((name) => name !== task.userName));
        return;
      case "switch-off-token-sign-on":
        switchedOff.add(task.userName.toLowerCase());
        return;
      case "activate-authentication-policies":
        allowed.clear();
        for (const name of allowedNext) allowed.add(name);
    }
  }

  function changeSegments(task: SegmentTask): void {
    switch (task.name) {
      case "create-segment-group":
        Object.assign(groupNamed(task.groupName), toSegmentBased(task));
        return;
      case "grant-in-segments":
        return grant(toLines(task.groupName, task.permissions));
      case "revoke-in-segments":
        return revoke(toLines(task.groupName, task.permissions));
      case "close-segment-group":
        groupNamed(task.groupName).active = false;
        return;
      case "add-segments-to-content":
        for (const name of task.names) marked.add(name);
    }
  }

  // oxlint-disable-next-line complexity -- one arm for each task
  function carryOut(task: Task): void {
    if (isSignOnTask(task)) return changeSignOn(task);
    if (isClientTask(task)) return;
    if (isSegmentTask(task)) return changeSegments(task);
    switch (task.name) {
      case "create-security-group": {
        const group = groupNamed(task.groupName);
        group.active = task.isInactive !== true;
        group.type = toType(task);
        return;
      }
      case "add-group-member":
      case "remove-group-member": {
        const group = groupNamed(task.groupName);
        const others = group.members.filter((member) => !isSameName(member, task.userName));
        group.members = task.name === "add-group-member" ? [...others, task.userName] : others;
        return;
      }
      case "grant-permissions":
        return grant(toLines(task.groupName, task.permissions));
      case "revoke-permissions":
        return revoke(toLines(task.groupName, task.permissions));
      case "activate":
        return activate(task.comment);
      case "grant-business-processes":
        return grant(toProcessLines(task));
      case "revoke-business-processes":
        return revoke(toProcessLines(task));
      case "inactivate-security-group":
        groupNamed(task.groupName).active = false;
        return;
      case "activate-security-group":
        groupNamed(task.groupName).active = true;
        return;
      case "activate-previous-timestamp":
        goBack(task.timestamp);
    }
  }

  return {
    groups: () => groups.map((group) => ({ ...group, ...toGroupReach(active, group.name) })),
    pending: () => pending,
    active: () => active,
    permissions: () => [
      ...active.filter(isOfDomain).map((line) => toPermission(line, "active")),
      ...pending
        .filter(({ kind, change }) => kind === "domain" && change === "Added")
        .map((change) => toPermission(toGrant(change), "pending")),
    ],
    timestamps: () => entries.map(({ at, comment }) => ({ at, comment, by: "rpa-runner" })),
    exempt: () => [...exempt],
    switchOnAgain: (userName) => switchedOff.delete(userName.toLowerCase()),
    hasSwitchedOff: (userName) => switchedOff.has(userName.toLowerCase()),
    marked: () => [...marked],
    guardSignOn: () => {
      isGuarded = true;
    },
    maySignOn: (userName) => !isGuarded || allowed.has(userName),
    get activations() {
      return entries.map(({ comment }) => comment);
    },
    performed,
    perform: (task) => {
      performed.push(task);
      carryOut(task);
    },
    workAs: (changedBy) => {
      maker = { changedBy };
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
    setType: (name, type) => {
      const { type: _before, ...group } = groupNamed(name);
      const at = groups.findIndex((one) => one.name === name);
      groups[at] = { ...group, ...(type && { type }) };
    },
    addActive: (groupName, permissions) => {
      active = [...active, ...toLines(groupName, permissions).map(toGrant)];
    },
    deleteGroup: (name) => {
      groups.splice(0, groups.length, ...groups.filter((group) => group.name !== name));
    },
  };
}

/** User names differ in more than capitals. */
function isSameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

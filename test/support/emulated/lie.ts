import type { Account, SecurityGroup, TenantState } from "../../../sandbox/workday/state.ts";
import type { DraftKind } from "../../../src/flows/request/draft.ts";
import type { EmulatedWorld } from "./emulated-world.ts";

/** One thing that is not as it was asked for, and that nobody says. */
export interface Lie {
  /** The facts that are wrong by it, as {@link Expectation} names them. */
  readonly fact: RegExp;
  readonly what: string;
  /** Absent: of every kind that expects the fact. */
  readonly kinds?: readonly DraftKind[];
  readonly tell: (on: EmulatedWorld) => unknown;
}

export const own = { userName: "ISU_Viva", groupName: "ISSG_Viva", systemOf: /^ISU_BOT_/ };

/** What ends an account or its client expects less of the account than what leaves it there. */
export const lasting: readonly DraftKind[] = [
  "create",
  "rotate",
  "activate-group",
  "permissions",
  "settings",
  "api-client",
  "replace-token",
  "disable-client",
  "segment",
  "end-segments",
];

/** Changes the request's own account. */
export function toAccount(act: (account: Account, state: TenantState) => void): Lie["tell"] {
  return ({ emulator, world }) =>
    emulator.change(world.tenant.name, (state) => {
      const account = [...state.accounts.values()].find(
        ({ userName }) => userName === own.userName,
      );
      if (account === undefined) throw new Error("There is no account to lie about");
      act(account, state);
    });
}

/** Changes the group that the request is about. */
export function toGroup(act: (group: SecurityGroup, state: TenantState) => void): Lie["tell"] {
  return (on) => toGroupNamed(groupNameOf(on), act)(on);
}

export function toGroupNamed(
  name: string,
  act: (group: SecurityGroup, state: TenantState) => void,
): Lie["tell"] {
  return ({ emulator, world }) =>
    emulator.change(world.tenant.name, (state) => {
      const group = state.groups.get(name.toLowerCase());
      if (group === undefined) throw new Error(`There is no group ${name} to lie about`);
      act(group, state);
    });
}

/** Puts another group in the place of one: much of a group cannot be changed otherwise. */
export function replaceGroup(changes: Partial<SecurityGroup>): Lie["tell"] {
  return toGroup((group, { groups }) => {
    groups.set(group.name.toLowerCase(), { ...group, ...changes });
  });
}

export function toState(act: (state: TenantState) => void): Lie["tell"] {
  return ({ emulator, world }) => emulator.change(world.tenant.name, act);
}

export function groupNameOf({ world }: EmulatedWorld): string {
  const { draft } = world.request();
  return "groupName" in draft ? draft.groupName : own.groupName;
}

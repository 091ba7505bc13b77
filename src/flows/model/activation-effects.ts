import type { Instant } from "./ids.ts";
import { isSameName } from "./names.ts";
import type { PendingChange } from "./pending.ts";
import type { GroupPermission } from "./tenant-reports.ts";

/** What the tenant's other groups could do right before an activation was handed over. */
export type BeforeActivation =
  | {
      readonly kind: "seen";
      /** The eight last digits of the digest of each active permission, one after the other. */
      readonly lines: string;
      /** Eight digits for each of the business processes in which each group may act; absent where nothing showed them. */
      readonly acting?: string;
      /** The newest activation then, where the tenant has a report of them. */
      readonly activatedAt?: Instant;
    }
  | { readonly kind: "cannot-see"; readonly words: string };

/** How many there are, and as many of them in words as are kept. */
export interface LiveList {
  readonly count: number;
  readonly lines: readonly string[];
}

/** What an activation made of other groups' permissions. */
export type ActivationEffects =
  | {
      readonly kind: "seen";
      /** The approval's card showed it. */
      readonly shown: LiveList;
      /** Nobody was shown it; of business processes where they were compared. */
      readonly strange: LiveList;
      /** What is gone of either though the card did not show that it would be; only the number is known. */
      readonly gone: number;
      /** Changes of business processes on the card: by which action they are live, no report tells. */
      readonly uncompared: number;
      /** In which business processes other groups may act was compared, too; absent: nothing showed it. */
      readonly seesProcesses?: true;
      /** Somebody else activated meanwhile: whose activation made what is not known, and theirs is told by itself. */
      readonly isShared: boolean;
    }
  | { readonly kind: "cannot-see"; readonly words: string };

/** More active permissions than these are not kept with a request. */
export const mostCompared = 10_000;

/** Most lines of a list that are kept; the rest is counted. */
const mostKept = 50;

export interface LiveLooks {
  /** Keys of other groups' permissions that were active before. */
  readonly before: ReadonlySet<string>;
  readonly after: readonly GroupPermission[];
  /** What the approval's card showed as pending. */
  readonly card: readonly PendingChange[];
  /** The request's own groups. */
  readonly own: readonly string[];
  readonly keyOf: (permission: LivePermission) => string;
}

/** One group that may act in one business process, by whichever of its actions. */
export interface Acting {
  readonly securityGroup: string;
  readonly policy: string;
}

/** In which business processes other groups may act; `undefined` where nothing shows it. */
export function listActing(
  groups: readonly {
    readonly name: string;
    readonly processes?: { readonly any: readonly string[] };
  }[],
  own: readonly string[],
): readonly Acting[] | undefined {
  if (groups.every(({ processes }) => processes === undefined)) return undefined;
  return groups
    .filter(({ name }) => !own.includes(name))
    .flatMap(({ name: securityGroup, processes }) =>
      (processes?.any ?? []).map((policy) => ({ securityGroup, policy })),
    );
}

/** What of it is there now or gone, and its card did not say so. */
export function compareActing(looks: {
  readonly before: ReadonlySet<string>;
  readonly after: readonly Acting[];
  readonly card: readonly PendingChange[];
  readonly keyOf: (acting: Acting) => string;
}): Pick<Extract<ActivationEffects, { kind: "seen" }>, "strange" | "gone"> {
  const { before, card, keyOf } = looks;
  const after = new Map(looks.after.map((one) => [keyOf(one), one]));
  const shown = card.filter(({ kind }) => kind === "business-process");
  const made = [...after]
    .filter(([key]) => !before.has(key))
    .map(([, one]) => one)
    .filter((one) => !shown.some((change) => change.change !== "Removed" && isAbout(change, one)));
  const removed = new Set(
    shown.filter(({ change }) => change === "Removed").map((change) => keyOf(change)),
  );
  const gone = [...before].filter((key) => !after.has(key) && !removed.has(key)).length;
  return { strange: toList(made.map(describeActing)), gone };
}

function isAbout(change: PendingChange, { securityGroup, policy }: Acting): boolean {
  return isSameName(change.securityGroup, securityGroup) && isSameName(change.policy, policy);
}

function describeActing({ securityGroup, policy }: Acting): string {
  return `the business process ${policy} for ${securityGroup}`;
}

/** Two lists as one. */
export function uniteLiveLists(one: LiveList, other: LiveList): LiveList {
  return {
    count: one.count + other.count,
    lines: [...one.lines, ...other.lines].slice(0, mostKept),
  };
}

export type LivePermission = Pick<GroupPermission, "securityGroup" | "access" | "domain">;

/** Other groups' active permissions. The request's own groups are compared by the verification. */
export function listOthers(
  permissions: readonly GroupPermission[],
  own: readonly string[],
): readonly GroupPermission[] {
  return permissions.filter(
    ({ securityGroup, status }) => status === "active" && !own.includes(securityGroup),
  );
}

/** Compares other groups' active permissions before and after an activation with what its card showed. */
export function compareLive(
  looks: LiveLooks,
): Pick<Extract<ActivationEffects, { kind: "seen" }>, "shown" | "strange" | "gone" | "uncompared"> {
  const { before, card, own, keyOf } = looks;
  const after = new Map(listOthers(looks.after, own).map((one) => [keyOf(one), one]));
  const made = [...after].filter(([key]) => !before.has(key)).map(([, one]) => one);
  const removals = card.filter(isRemoval).map(toPermission);
  const taken = removals.filter((one) => before.has(keyOf(one)) && !after.has(keyOf(one)));
  const lost = [...before].filter((key) => !after.has(key)).length;
  return {
    shown: toList([
      ...made.filter((one) => isShown(card, one)).map(describePermission),
      ...taken.map((one) => `taken away: ${describePermission(one)}`),
    ]),
    strange: toList(made.filter((one) => !isShown(card, one)).map(describePermission)),
    gone: lost - new Set(taken.map(keyOf)).size,
    uncompared: card.filter(({ kind }) => kind === "business-process").length,
  };
}

/** Whether there is something that nobody was shown. */
export function isStrange(
  live: ActivationEffects,
): live is Extract<ActivationEffects, { kind: "seen" }> {
  return live.kind === "seen" && (live.strange.count > 0 || live.gone > 0);
}

function isRemoval({ kind, change }: PendingChange): boolean {
  return kind === "domain" && change === "Removed";
}

function isShown(card: readonly PendingChange[], one: GroupPermission): boolean {
  return card.some((change) => makes(change, one));
}

function makes(change: PendingChange, one: GroupPermission): boolean {
  return (
    change.kind === "domain" &&
    change.change !== "Removed" &&
    change.securityGroup === one.securityGroup &&
    change.access === one.access &&
    isSameName(change.policy, one.domain)
  );
}

function toPermission({ securityGroup, access, policy }: PendingChange): LivePermission {
  return { securityGroup, access, domain: policy };
}

function describePermission({ access, domain, securityGroup }: LivePermission): string {
  return `${access} on ${domain} for ${securityGroup}`;
}

function toList(lines: readonly string[]): LiveList {
  return { count: lines.length, lines: lines.slice(0, mostKept) };
}

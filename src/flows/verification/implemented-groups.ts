import { ok, type Result } from "../../result.ts";
import type { Fault } from "../model/fault.ts";
import { isSameName } from "../model/names.ts";
import type { Observation } from "../model/observation.ts";
import type { Implementation } from "../ports/implementation.ts";
import type { SecurityGroup } from "../ports/workday.ts";
import type { Observed } from "./observed.ts";

interface ImplementedGroups {
  readonly groups: readonly SecurityGroup[];
  /** Some could not be read. */
  readonly isCut: boolean;
}

/** The groups that the implementation service shows, each with its type: it lists no group of another type. */
export async function readImplemented(
  service: Implementation,
): Promise<Result<ImplementedGroups, Fault>> {
  const plain = await service.listGroups();
  if (!plain.ok) return plain;
  const constrained = await service.listConstrainedGroups();
  if (!constrained.ok) return constrained;
  const groups: readonly SecurityGroup[] = [
    ...plain.value.groups.map(({ name, isInactive, members }) => ({
      name,
      active: !isInactive,
      members: members.map(({ account }) => account),
      type: { kind: "unconstrained" } as const,
      by: "implementation" as const,
    })),
    ...constrained.value.map(({ name, isInactive, members, organizations, scope }) => ({
      name,
      active: !isInactive,
      members,
      type: { kind: "constrained", organizations, ...(scope && { scope }) } as const,
      by: "implementation" as const,
    })),
  ];
  return ok({ groups, isCut: plain.value.unreadable.length > 0 });
}

const unlisted =
  "The implementation service lists integration system security groups only. Look at View Security Groups for User.";

/**
 * What two eyes see of the groups: what only one of them shows counts, and the service knows a group's type best. Where one
 * shows active what is inactive for the other, both stand there.
 */
export function unite(
  reported: Observation<readonly SecurityGroup[]>,
  implemented: Observation<ImplementedGroups> | undefined,
): Pick<Observed, "groups" | "unlisted"> {
  if (implemented?.kind !== "seen") return { groups: reported };
  const { groups, isCut } = implemented.part;
  if (reported.kind === "cannot-see") {
    if (reported.isFailed || isCut) return { groups: reported };
    return { groups: { kind: "seen", part: groups, by: "implementation" }, unlisted };
  }
  const merged = reported.part.flatMap((group) =>
    mergeGroup(
      group,
      groups.find(({ name }) => isSameName(name, group.name)),
    ),
  );
  const more = groups.filter(
    ({ name }) => !reported.part.some((group) => isSameName(group.name, name)),
  );
  return { groups: { ...reported, part: [...merged, ...more] } };
}

function mergeGroup(
  group: SecurityGroup,
  other: SecurityGroup | undefined,
): readonly SecurityGroup[] {
  if (other === undefined) return [group];
  if (group.active !== other.active) return [group, other];
  const members = [...new Set([...group.members, ...other.members])];
  return [{ ...group, members, ...(other.type && { type: other.type }), by: "implementation" }];
}

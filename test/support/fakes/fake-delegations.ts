import type { DelegationId } from "../../../src/flows/model/ids.ts";
import type { Delegations } from "../../../src/flows/ports/delegations.ts";
import { type Delegation, isInForce } from "../../../src/flows/request/delegation.ts";
import type { Notice } from "../../../src/flows/request/notice.ts";
import { createMishaps, type FaultInjector } from "./fault-injection.ts";

interface Options {
  readonly mishaps?: FaultInjector;
  /** Where the channel's notices go. */
  readonly queue?: (notices: readonly Notice[]) => Promise<void>;
}

/** Who decides for whom, in memory. */
export function createFakeDelegations({
  mishaps = createMishaps(),
  queue = async () => undefined,
}: Options = {}): Delegations {
  const kept = new Map<DelegationId, Delegation>();

  function list(): readonly Delegation[] {
    return [...kept.values()].toSorted((one, other) => one.from - other.from);
  }

  return {
    keep: (delegation, now) =>
      mishaps.guard(async () => {
        if (kept.has(delegation.id)) return;
        kept.set(delegation.id, delegation);
        await queue([toNotice("delegated", delegation, now)]);
      }),
    end: (id, by, now) =>
      mishaps.guard(async () => {
        const before = kept.get(id);
        if (before?.by !== by || before.endedAt !== undefined) {
          return before?.by === by ? before : undefined;
        }
        const ended = { ...before, endedAt: now };
        kept.set(id, ended);
        await queue([toNotice("delegation-ended", ended, now)]);
        return ended;
      }),
    listOf: (by, now) =>
      mishaps.guard(() =>
        list().filter((one) => one.by === by && one.until > now && one.endedAt === undefined),
      ),
    listInForce: (tenant, now) =>
      mishaps.guard(() => list().filter((one) => one.tenant === tenant && isInForce(one, now))),
  };
}

function toNotice(kind: string, delegation: Delegation, madeAt: Notice["madeAt"]): Notice {
  const { id, tenant } = delegation;
  return { key: `${kind} ${id}`, tenant, madeAt, matter: { kind: "delegation", delegation } };
}

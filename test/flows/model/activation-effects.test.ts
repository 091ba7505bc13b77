import { describe, expect, it } from "vitest";
import {
  type Acting,
  compareActing,
  compareLive,
  isStrange,
  type LivePermission,
  listActing,
  uniteLiveLists,
} from "../../../src/flows/model/activation-effects.ts";
import type { PendingChange } from "../../../src/flows/model/pending.ts";
import type { GroupPermission } from "../../../src/flows/model/tenant-reports.ts";
import { aPendingChange } from "../../support/data/a-request.ts";

const group = "ISSG_Viva";
const payroll: GroupPermission = {
  securityGroup: "HR Partners",
  domain: "Payroll",
  access: "Get",
  status: "active",
};
const benefits: GroupPermission = { ...payroll, domain: "Benefits" };
const none = { count: 0, lines: [] };

function keyOf({ securityGroup, access, domain }: LivePermission): string {
  return `${securityGroup} ${access} ${domain.toLowerCase()}`;
}

function ofPayroll(changes: Partial<PendingChange> = {}): PendingChange {
  return aPendingChange({ securityGroup: "HR Partners", policy: "Payroll", ...changes });
}

interface Case {
  readonly before?: readonly GroupPermission[];
  readonly after?: readonly GroupPermission[];
  readonly card?: readonly PendingChange[];
}

function compared({ before = [], after = [], card = [] }: Case): ReturnType<typeof compareLive> {
  return compareLive({ before: new Set(before.map(keyOf)), after, card, own: [group], keyOf });
}

describe("compareLive", () => {
  it.each<[what: string, looks: Case, expected: Partial<ReturnType<typeof compareLive>>]>([
    ["finds nothing where nothing changed", { before: [payroll], after: [payroll] }, {}],
    [
      "tells what the card showed, however the domain is spelled",
      { after: [payroll], card: [ofPayroll({ policy: "payroll " })] },
      { shown: { count: 1, lines: ["Get on Payroll for HR Partners"] } },
    ],
    [
      "tells what the card did not show",
      { after: [payroll, benefits], card: [ofPayroll()] },
      {
        shown: { count: 1, lines: ["Get on Payroll for HR Partners"] },
        strange: { count: 1, lines: ["Get on Benefits for HR Partners"] },
      },
    ],
    [
      "is not content with another access, another group or a business process",
      {
        after: [payroll],
        card: [
          ofPayroll({ access: "Put" }),
          ofPayroll({ securityGroup: "Others" }),
          ofPayroll({ kind: "business-process" }),
          ofPayroll({ change: "Removed" }),
        ],
      },
      { strange: { count: 1, lines: ["Get on Payroll for HR Partners"] }, uncompared: 1 },
    ],
    ["leaves alone what is still pending", { after: [{ ...payroll, status: "pending" }] }, {}],
    [
      "leaves the own group to the verification",
      { after: [{ ...payroll, securityGroup: group }] },
      {},
    ],
    [
      "tells what was taken away as the card showed",
      { before: [payroll], card: [ofPayroll({ change: "Removed" })] },
      { shown: { count: 1, lines: ["taken away: Get on Payroll for HR Partners"] } },
    ],
    [
      "does not tell a removal that did not happen",
      { before: [payroll], after: [payroll], card: [ofPayroll({ change: "Removed" })] },
      {},
    ],
    [
      "counts what is gone and was not shown",
      { before: [payroll, benefits], after: [payroll] },
      { gone: 1 },
    ],
  ])("%s", (_what, looks, expected) => {
    expect(compared(looks)).toEqual({
      shown: none,
      strange: none,
      gone: 0,
      uncompared: 0,
      ...expected,
    });
  });

  it("keeps fifty lines, and counts the rest", () => {
    const after = Array.from({ length: 60 }, (_, at) => ({ ...payroll, domain: `Domain ${at}` }));

    const { strange } = compared({ after });

    expect(strange.count).toBe(60);
    expect(strange.lines).toHaveLength(50);
  });
});

describe("isStrange", () => {
  const seen = {
    kind: "seen",
    shown: none,
    strange: none,
    gone: 0,
    uncompared: 0,
    isShared: false,
  } as const;
  it.each([
    [seen, false],
    [{ ...seen, shown: { count: 1, lines: ["x"] } }, false],
    [{ ...seen, strange: { count: 1, lines: ["x"] } }, true],
    [{ ...seen, gone: 1 }, true],
    [{ kind: "cannot-see", words: "No." } as const, false],
  ])("of %j is %s", (live, answer) => {
    expect(isStrange(live)).toBe(answer);
  });
});

function toKey({ securityGroup, policy }: Acting): string {
  return `${securityGroup} ${policy}`.toLowerCase();
}

describe("business processes in which other groups may act", () => {
  const hire = { securityGroup: "HR Partners", policy: "Hire" };
  const move = { securityGroup: "HR Partners", policy: "Move" };

  function ofHire(changes: Partial<PendingChange> = {}): PendingChange {
    return aPendingChange({ kind: "business-process", ...hire, access: "", ...changes });
  }

  it.each<
    [
      what: string,
      looks: { before?: Acting[]; after?: Acting[]; card?: PendingChange[] },
      strange: readonly string[],
      gone: number,
    ]
  >([
    ["as they were", { before: [hire], after: [hire] }, [], 0],
    ["more as the card showed", { after: [hire], card: [ofHire({ policy: "hire " })] }, [], 0],
    [
      "more than the card showed",
      {
        after: [hire, move],
        card: [
          ofHire(),
          ofHire({ policy: "Move", change: "Removed" }),
          ofHire({ policy: "Move", securityGroup: "Others" }),
          ofHire({ policy: "Move", kind: "domain" }),
        ],
      },
      ["the business process Move for HR Partners"],
      0,
    ],
    ["less as the card showed", { before: [hire], card: [ofHire({ change: "Removed" })] }, [], 0],
    ["less than the card showed", { before: [hire, move], card: [ofHire()] }, [], 2],
  ])("are compared: %s", (_what, { before = [], after = [], card = [] }, lines, gone) => {
    const acting = compareActing({
      before: new Set(before.map(toKey)),
      after,
      card,
      keyOf: toKey,
    });

    expect(acting).toEqual({ strange: { count: lines.length, lines }, gone });
  });

  it("are listed of every group but the own, where some group shows them", () => {
    const groups = [
      { name: group, processes: { any: ["Hire"] } },
      { name: "HR Partners", processes: { any: ["Hire", "Move"] } },
      { name: "Others" },
    ];

    expect(listActing(groups, [group])).toEqual([hire, move]);
    expect(listActing([{ name: "Others" }], [group])).toBeUndefined();
  });

  it("are kept with the rest, as far as lists are kept", () => {
    const lines = Array.from({ length: 40 }, (_, at) => `${at}`);

    const joined = uniteLiveLists({ count: 60, lines }, { count: 40, lines });

    expect(joined.count).toBe(100);
    expect(joined.lines).toHaveLength(50);
  });
});

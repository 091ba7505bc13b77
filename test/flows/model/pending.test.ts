import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  comparePending,
  type PendingChange,
  toDigestText,
} from "../../../src/flows/model/pending.ts";
import {
  type ExpectedChange,
  missingFrom,
  splitPending,
} from "../../../src/flows/planning/expected-changes.ts";
import { aPendingChange, foreignChange } from "../../support/data/a-request.ts";

/** Few words, so that equal changes are common; awkward ones among them. */
const word = fc.constantFrom("", "A", "a", "B", "é", "\u{1f600}", "\uffff", '"', ",", "\n", '","');
const anyChange: fc.Arbitrary<PendingChange> = fc.record({
  kind: fc.constantFrom("domain", "business-process"),
  policy: word,
  action: word,
  securityGroup: word,
  access: fc.constantFrom("Get", "Put", ""),
  change: fc.constantFrom("Added", "Removed"),
});
const anyChanges = fc.array(anyChange, { maxLength: 6 });

const grant = {
  kind: "domain",
  securityGroup: "ISSG_Viva",
  domain: "Worker Data: Workers",
  access: "Get",
  change: "Added",
} as const;

describe("toDigestText", () => {
  it("is one JSON array a change, sorted by code unit", () => {
    const text = toDigestText([aPendingChange({ policy: "b" }), aPendingChange({ policy: "B" })]);

    expect(text).toBe(
      [
        '["domain","B","","ISSG_Viva","Get","Added"]',
        '["domain","b","","ISSG_Viva","Get","Added"]',
      ].join("\n"),
    );
  });

  it("tells one change from the same change twice", () => {
    const one = '["domain","Worker Data: Workers","","ISSG_Viva","Get","Added"]';

    expect(toDigestText([aPendingChange(), aPendingChange()])).toBe(`${one}\n${one}`);
  });

  it("is empty when nothing is pending", () => {
    expect(toDigestText([])).toBe("");
  });

  it("does not depend on the order, nor on who made a change", () => {
    fc.assert(
      fc.property(anyChanges, fc.string(), (changes, changedBy) => {
        const others = changes.map((change) => ({ ...change, changedBy })).toReversed();
        expect(toDigestText(others)).toBe(toDigestText(changes));
      }),
    );
  });

  it("is the same for equal lists, and for no others", () => {
    fc.assert(
      fc.property(anyChanges, anyChanges, (one, other) => {
        expect(toDigestText(one) === toDigestText(other)).toBe(isEqual(one, other));
      }),
      { numRuns: 500 },
    );
  });
});

describe("splitPending", () => {
  it("parts what this request brings from everything else", () => {
    const ours = aPendingChange({ policy: "worker data:  workers" });
    const others = [
      foreignChange,
      aPendingChange({ access: "Put" }),
      aPendingChange({ change: "Removed" }),
      aPendingChange({ policy: "Payroll" }),
      aPendingChange({ kind: "business-process", action: "Approve" }),
    ];

    expect(splitPending([ours, ...others], [grant])).toEqual({ ours: [ours], others });
  });

  it("loses nothing and makes nothing up", () => {
    fc.assert(
      fc.property(anyChanges, (changes) => {
        const { ours, others } = splitPending(changes, [grant]);
        expect(toDigestText([...ours, ...others])).toBe(toDigestText(changes));
      }),
    );
  });
});

describe("missingFrom", () => {
  it("names the permissions that nobody sees", () => {
    const payroll: ExpectedChange = { ...grant, domain: "Payroll", access: "Put" };
    const removal: ExpectedChange = { ...grant, change: "Removed" };

    expect(
      missingFrom([aPendingChange({ policy: "WORKER DATA: WORKERS" })], [grant, payroll, removal]),
    ).toEqual([payroll, removal]);
  });
});

describe("comparePending", () => {
  it("tells what came and what went", () => {
    const kept = aPendingChange();
    const went = aPendingChange({ policy: "Payroll" });

    expect(comparePending([kept, went], [{ ...kept, changedBy: "Cy" }, foreignChange])).toEqual({
      added: [foreignChange],
      gone: [went],
    });
  });

  it("tells of no difference between a list and itself", () => {
    fc.assert(
      fc.property(anyChanges, (changes) => {
        expect(comparePending(changes, changes.toReversed())).toEqual({ added: [], gone: [] });
      }),
    );
  });
});

/** Whether two lists hold the same changes equally often. Written another way than the code is. */
function isEqual(one: readonly PendingChange[], other: readonly PendingChange[]): boolean {
  if (one.length !== other.length) return false;
  const rest = [...other];
  return one.every((change) => {
    const at = rest.findIndex((candidate) => isSame(change, candidate));
    if (at !== -1) rest.splice(at, 1);
    return at !== -1;
  });
}

function isSame(one: PendingChange, other: PendingChange): boolean {
  const keys = ["kind", "policy", "action", "securityGroup", "access", "change"] as const;
  return keys.every((key) => one[key] === other[key]);
}

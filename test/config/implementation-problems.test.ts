import { describe, expect, it } from "vitest";
import { aFile, aTenantEntry, problemsOf } from "./a-config.ts";

const noActivation =
  "runner or person: Workday has no operation that activates security policy changes, not even its implementation service";
const wholeService = {
  enabled: true,
  securityOperations: { Get: "g", Put: "p", View: "v", Modify: "m" },
};
const schema = "another form; docs/reference/config.schema.json has it";

describe("the problems of the implementation service", () => {
  it.each<
    [
      what: string,
      change: Record<string, unknown>,
      problem: readonly [key: string, found: string, expected: string],
    ]
  >([
    [
      "an activation by the implementation service",
      { hands: { activate: "implementation" } },
      ["hands.activate", '"implementation"', noActivation],
    ],
    [
      "the implementation service for everything, the activation among it",
      { hands: { default: "implementation" }, implementationService: wholeService },
      [
        "hands.activate",
        'nothing, and hands.default is "implementation"',
        "runner or person: Workday has no operation that activates security policy changes",
      ],
    ],
    [
      "an implementation service that is not switched on",
      { hands: { "add-group-member": "implementation" }, implementationService: {} },
      [
        "hands.add-group-member",
        '"implementation"',
        "person or runner, or implementationService.enabled: true, which is off unless you switch it on",
      ],
    ],
    [
      "an implementation service that does not know the tenant's operations",
      {
        hands: { "revoke-permissions": "implementation" },
        implementationService: { enabled: true },
      },
      [
        "implementationService.securityOperations",
        "nothing",
        "the tenant's Security_Operation_ID of Get, Put, View and Modify, since hands name implementation for permissions",
      ],
    ],
    [
      "another version of the implementation service",
      { implementationService: { version: "47" } },
      ["implementationService.version", '"47"', schema],
    ],
  ])("are %s", (_what, change, [key, found, expected]) => {
    const file = aFile({ tenants: [aTenantEntry(change)] });

    expect(problemsOf(file)).toEqual([[`tenants[0].${key}`, found, expected]]);
  });

  it("are none where it is off and no hand names it, or on and every setting there", () => {
    const off = { implementationService: {} };
    const on = {
      hands: { default: "implementation", activate: "person" },
      implementationService: wholeService,
    };

    expect(problemsOf(aFile({ tenants: [aTenantEntry(off)] }))).toEqual([]);
    expect(problemsOf(aFile({ tenants: [aTenantEntry(on)] }))).toEqual([]);
  });
});

import { describe, expect, it } from "vitest";
import { nobodyKnown } from "../../../src/flows/inventory/shown-exemptions.ts";
import { noPermissions } from "../../../src/flows/model/permissions.ts";
import { type Comparison, judge } from "../../../src/flows/verification/expectation.ts";
import {
  compareExemption,
  compareExemptionEnded,
  type ObservedExemptions,
} from "../../../src/flows/verification/password-exemption.ts";
import { ok } from "../../../src/result.ts";
import { allBy, aTenant } from "../../support/data/a-tenant.ts";
import { createWorld } from "../../support/fakes/world.ts";

const asked = {
  systemId: "INT_1",
  userName: "ISU_Viva",
  doNotAllowUiSessions: true,
  groupName: "ISSG_Viva",
  permissions: noPermissions,
  probes: [],
};
const blind: ObservedExemptions = { kind: "cannot-see", words: "No report.", isFailed: false };
const there: ObservedExemptions = { kind: "seen", part: ["isu_VIVA", "ISU_Other"] };
const absent: ObservedExemptions = { kind: "seen", part: ["ISU_Other"] };

function kindsOf(comparison: Comparison): readonly string[] {
  return judge(comparison).items.map(({ kind }) => kind);
}

type Row = readonly [
  isExempt: boolean | undefined,
  sight: ObservedExemptions,
  live: string | undefined,
  ended: string | undefined,
];

describe("the exemption from password expiration", () => {
  it.each<Row>([
    [undefined, blind, "unseen", "unseen"],
    [true, blind, "unseen", "unseen"],
    [undefined, there, "too-much", "too-much"],
    [true, there, undefined, "too-much"],
    [undefined, absent, undefined, undefined],
    [true, absent, "missing", undefined],
  ])(
    "asked for: %s; %o: %s while the account lives, %s once it ended",
    (is, sight, live, ended) => {
      const expected = { ...asked, ...(is !== undefined && { isExempt: is }) };

      expect(kindsOf(compareExemption(expected, sight))).toEqual(live === undefined ? [] : [live]);
      expect(kindsOf(compareExemptionEnded(expected, sight))).toEqual(
        ended === undefined ? [] : [ended],
      );
    },
  );
});

describe("a report of exemptions that", () => {
  it.each([
    ["is empty", []],
    ["names nobody who is known", ["Viva, Integration"]],
  ])(
    "%s shows neither: Done is taken on trust, and the request is unverified",
    async (_what, shown) => {
      const hands = allBy("person");
      const world = createWorld({ tenant: aTenant({ hands, exemptFromPasswordExpiry: true }) });
      world.configure(({ workday, ...place }) => ({
        ...place,
        workday: { ...workday, readPasswordExemptions: async () => ok(shown) },
      }));
      await world.open();
      const { facts, onTrust } = await world.live();

      expect(facts.verification).toMatchObject({
        outcome: "unverified",
        items: [
          {
            kind: "unseen",
            words: `The exemption of ISU_Viva from password expiration: not seen. ${nobodyKnown}`,
          },
        ],
      });
      expect(onTrust.map(({ step }) => step)).toEqual(["exempt-from-password-expiry"]);
    },
  );
});

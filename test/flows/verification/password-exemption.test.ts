import { describe, expect, it } from "vitest";
import { noPermissions } from "../../../src/flows/model/permissions.ts";
import { type Comparison, judge } from "../../../src/flows/verification/expectation.ts";
import {
  compareExemption,
  compareExemptionEnded,
  type ObservedExemptions,
} from "../../../src/flows/verification/password-exemption.ts";

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

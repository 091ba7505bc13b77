import { describe, expect, it } from "vitest";
import { noPermissions } from "../../../src/flows/model/permissions.ts";
import {
  compareExemption,
  compareExemptionEnded,
  type ExemptionSight,
} from "../../../src/flows/verification/password-exemption.ts";

const asked = {
  systemId: "INT_1",
  userName: "ISU_Viva",
  doNotAllowUiSessions: true,
  groupName: "ISSG_Viva",
  permissions: noPermissions,
  probes: [],
};
const blind: ExemptionSight = { kind: "cannot-see", words: "No report.", isFailed: false };
const there: ExemptionSight = { kind: "seen", part: ["isu_VIVA", "ISU_Other"] };
const absent: ExemptionSight = { kind: "seen", part: ["ISU_Other"] };

type Row = readonly [
  isExempt: boolean | undefined,
  sight: ExemptionSight,
  live: string | undefined,
  ended: string | undefined,
];

describe("the exemption from password expiration", () => {
  it.each<Row>([
    [undefined, blind, undefined, undefined],
    [true, blind, "unseen", "unseen"],
    [undefined, there, "too-much", "too-much"],
    [true, there, undefined, "too-much"],
    [undefined, absent, undefined, undefined],
    [true, absent, "missing", undefined],
  ])(
    "asked for: %s; %o: %s while the account lives, %s once it ended",
    (is, sight, live, ended) => {
      const expected = { ...asked, ...(is !== undefined && { isExempt: is }) };

      expect(compareExemption(expected, sight).map(({ kind }) => kind)).toEqual(
        live === undefined ? [] : [live],
      );
      expect(compareExemptionEnded(expected, sight).map(({ kind }) => kind)).toEqual(
        ended === undefined ? [] : [ended],
      );
    },
  );
});

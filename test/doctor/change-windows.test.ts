import { describe, expect, it } from "vitest";
import { judgeChangeWindows } from "../../src/doctor/change-windows.ts";
import type { ChangeWindow } from "../../src/flows/tenant/change-window.ts";
import type { Tenant } from "../../src/flows/tenant/tenant.ts";
import { start } from "../support/data/a-request.ts";
import { aTenant, hourMs } from "../support/data/a-tenant.ts";

const sunday: ChangeWindow = { days: ["sun"], from: "06:00", until: "10:00", timeZone: "UTC" };
const area = "Workday acme_dpt1";

function judge(changes: Partial<Tenant>): ReturnType<typeof judgeChangeWindows> {
  return judgeChangeWindows(aTenant({ changeWindows: [sunday], ...changes }), start);
}

describe("judgeChangeWindows", () => {
  it("warns where an approval expires before the next window opens, and says what to change", () => {
    expect(judge({ approvalExpiresAfterMs: 24 * hourMs })).toEqual([
      {
        area,
        what: "change windows",
        state: "warning",
        words:
          "Up to 164 hours lie between two, and an approval counts 24 hours: one that is given earlier is asked for again when the next opens.",
        remedy: "Set approvalExpiresAfterHours to more than 164, or let a window open more often.",
      },
    ]);
  });

  it.each([
    ["just as long", 164, "warning"],
    ["longer", 164.5, "ok"],
  ])("judges an approval that counts %s", (_what, hours, state) => {
    expect(judge({ approvalExpiresAfterMs: hours * hourMs })).toMatchObject([{ area, state }]);
  });

  it("judges what a recipe says instead", () => {
    const perRecipe = [
      { recipe: "kolleno", rules: { approvalExpiresAfterMs: 12 * hourMs } },
      { recipe: "blank", rules: {} },
    ];

    expect(judge({ approvalExpiresAfterMs: 168 * hourMs, perRecipe })).toMatchObject([
      { what: "change windows", state: "ok" },
      { what: "change windows for kolleno", state: "warning" },
    ]);
  });

  it("judges what counts for plans instead", () => {
    const approvals = { needed: 1, neededWhenUnseen: 1, planExpiresAfterMs: 12 * hourMs };

    expect(judge({ approvalExpiresAfterMs: 168 * hourMs, approvals })).toMatchObject([
      { what: "change windows", state: "ok" },
      {
        what: "change windows for plans",
        state: "warning",
        remedy:
          "Set approvals.planExpiresAfterHours to more than 164, or let a window open more often.",
      },
    ]);
  });

  it("says nothing where a tenant may always be changed", () => {
    expect(judge({ changeWindows: [] })).toEqual([]);
  });
});

import { describe, expect, it } from "vitest";
import { later } from "../../../src/flows/model/ids.ts";
import type { LoggedSignOn } from "../../../src/flows/model/sign-on-log.ts";
import { accountIn } from "../../../src/flows/request/account-of-request.ts";
import { probeGrants } from "../../../src/flows/steps/probe-grants.ts";
import { ok } from "../../../src/result.ts";
import { Secret } from "../../../src/secret.ts";
import { anOpening, given } from "../../support/data/a-request.ts";
import { anActing } from "../../support/fakes/a-step-context.ts";
import { createWorld, type World } from "../../support/fakes/world.ts";

const { userName } = accountIn(given(anOpening()));
const minuteMs = 60_000;

function aLine(world: World, parts: Partial<LoggedSignOn>): LoggedSignOn {
  const at = world.clock.now();
  const way = { address: "198.51.100.1", channel: "Web Services", type: "User Name Password" };
  return { userName, at, outcome: "wrong-password", ...way, ...parts };
}

/** What people read when the new user cannot sign on. */
async function refused(
  tell: (world: World) => readonly Partial<LoggedSignOn>[],
  world = createWorld(),
): Promise<string> {
  for (const line of tell(world)) world.workday.logSignOn(aLine(world, line));
  const acting = anActing(world);
  const workday = { ...world.workday, probe: async () => ok("not-signed-on" as const) };
  const place = { ...acting.place, workday };
  const outcome = await probeGrants({ ...acting, place }, new Secret("Canary#1"));
  if (outcome.ok || !("words" in outcome.error)) throw new Error("It was not refused");
  return outcome.error.words;
}

/** The newer one first: the order of the log is not known. */
function lockedAfterAWrongPassword({ clock }: World): readonly Partial<LoggedSignOn>[] {
  return [
    { outcome: "locked-or-expired" },
    { outcome: "wrong-password", at: later(clock.now(), -minuteMs) },
  ];
}

describe("a refused sign-on of a new user", () => {
  it.each([
    ["wrong-password", "the password is wrong"],
    ["authentication-policy", "an authentication policy does not allow it"],
    ["channel", "may not sign on by this channel"],
    ["locked-or-expired", "locked, disabled or expired"],
    ["new-password-required", "has to change its password first"],
    ["unsaid", "its log gives no reason"],
  ] as const)("is explained from the tenant's log: %s", async (outcome, words) => {
    expect(await refused(() => [{ outcome, userName: userName.toUpperCase() }])).toContain(words);
  });

  it("is explained by the latest attempt, in whatever order the log is", async () => {
    expect(await refused(lockedAfterAWrongPassword)).toContain("locked, disabled or expired");
  });

  it.each<[string, (world: World) => readonly Partial<LoggedSignOn>[]]>([
    ["holds nothing of it", () => []],
    ["holds it of somebody else", () => [{ userName: "ISU_Else" }]],
    ["says that somebody got in", () => [{ outcome: "signed-on" }]],
    ["holds it of an hour ago", ({ clock }) => [{ at: later(clock.now(), -60 * minuteMs) }]],
  ])("may be one of several things where the log %s", async (_what, lines) => {
    expect(await refused(lines)).toContain("may not allow it yet, or the account is locked");
  });

  it.each(["denied", "rejected", "unreachable", "unreadable"] as const)(
    "may be one of several things where the log cannot be read: %s",
    async (kind) => {
      const world = createWorld();
      world.mishaps.fail("workday.readSignOns", { kind });

      expect(await refused(() => [{}], world)).toContain("or the account is locked");
    },
  );

  it("may be one of several things where the log is too long to read", async () => {
    const world = createWorld();
    world.workday.setMostSignOns(0);

    expect(await refused(() => [{}], world)).toContain("or the account is locked");
  });
});

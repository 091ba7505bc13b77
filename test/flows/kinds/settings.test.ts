import { describe, expect, it } from "vitest";
import { findSettings, prepareSettings } from "../../../src/flows/intake/prepare-settings.ts";
import { kindOf } from "../../../src/flows/kinds/kinds.ts";
import type { RawSettings } from "../../../src/flows/model/raw-settings.ts";
import { plainSignOn } from "../../../src/flows/model/sign-on.ts";
import { describeAtOnce } from "../../../src/flows/wording/describe-at-once.ts";
import { listSettings } from "../../../src/flows/wording/describe-settings.ts";
import { ok } from "../../../src/result.ts";
import { like } from "../../bot/support/like.ts";
import { aRawDraft } from "../../support/data/a-draft.ts";
import { aTenant } from "../../support/data/a-tenant.ts";
import { someSettings, withAccount } from "../../support/data/changes.ts";
import { bea, ben } from "../../support/data/people.ts";
import type { World } from "../../support/fakes/world.ts";

const signOn = { ...plainSignOn, x509: true, x509Key: "Old_2025" };
const withKey = { raw: aRawDraft({ signOn }) };
const kept = "That ISU_Viva still has the password that it had";

/** Asks for other settings, and lets somebody approve them. */
async function ask(world: World, changes: Partial<RawSettings>) {
  await world.openNext(await someSettings(world, changes));
  await world.work();
  const { draft } = world.request();
  if (!("change" in draft)) throw new Error("These are no settings");
  const lists = listSettings(draft).map(({ title, lines }) => [title, ...lines].join("\n"));
  const words = [kindOf(draft).note(draft), describeAtOnce(draft), ...lists];
  return { card: words.join("\n") };
}

async function approve(world: World) {
  await world.click(ben, { kind: "approve", digest: world.shownDigest() });
  return world.live();
}

describe("a request for other settings", () => {
  it("changes what was asked for and keeps the rest, the password too", async () => {
    const world = await withAccount(withKey);
    const [before] = world.workday.users();
    const { length } = world.workday.puts;

    const { card } = await ask(world, { sessionTimeoutMinutes: "60", doNotAllowUiSessions: false });
    expect(world.workday.users()).toEqual([before]);
    expect(card).toContain("UI sessions: not allowed -> allowed");
    expect(card).toContain("Session timeout: 0 minutes -> 60 minutes");
    expect(card).toContain("Unchanged: 5.");
    expect(card).toContain("Untried: no password is sent");

    const done = await approve(world);
    const [after] = world.workday.users();
    expect(after).toEqual({
      ...before,
      requireNewPassword: false,
      sessionTimeoutMinutes: 60,
      doNotAllowUiSessions: false,
    });
    expect(after?.password.reveal()).toBe(before?.password.reveal());
    expect(world.workday.puts).toHaveLength(length);
    expect(done.phase).toEqual({ kind: "done" });
    expect(done.facts.verification?.outcome).toBe("unverified");
    expect(done.facts.verification?.items.map(({ words }) => words)).toEqual([
      like("Signing on with x509 or SAML: not tried"),
      like(kept),
    ]);
  });

  it("lets both keys stay while a vendor changes over, then only the new one", async () => {
    const world = await withAccount(withKey);

    const { card } = await ask(world, { x509Change: "add", x509Key: "New_2026" });
    expect(card).toContain("x509 sign-on: Old_2025 -> Old_2025, New_2026");
    expect(card).toContain("Both keys are sent");
    const both = await approve(world);
    expect(both.facts.verification?.outcome).toBe("unverified");
    expect(world.workday.users()[0]?.tokens).toEqual([
      { x509: { key: { type: "Certificate_ID", id: "Old_2025" } } },
      { x509: { key: { type: "Certificate_ID", id: "New_2026" } } },
    ]);

    await ask(world, { x509Change: "replace", x509Key: "New_2026" });
    const one = await approve(world);
    expect(one.facts.verification?.outcome).toBe("unverified");
    expect(world.workday.users()[0]?.tokens).toEqual([
      { off: { x509: { key: { type: "Certificate_ID", id: "Old_2025" } } } },
      { x509: { key: { type: "Certificate_ID", id: "New_2026" } } },
    ]);
  });

  it("stops and says so where the tenant keeps one configuration", async () => {
    const world = await withAccount(withKey);
    world.workday.keepOneConfiguration();

    await ask(world, { x509Change: "add", x509Key: "New_2026" });
    const stopped = await approve(world);

    expect(stopped.phase).toMatchObject({
      kind: "stuck",
      words: like("x509 sign-on: Old_2025, New_2026 -> New_2026"),
    });
  });

  it("says what a new password at the next sign-in stops, and verifies that it is required", async () => {
    const world = await withAccount();

    const opened = { doNotAllowUiSessions: false };
    const raw = { requireNewPassword: true, newPasswordConfirmed: true };
    const open = await prepareSettings(
      world,
      await someSettings(world, { ...raw, ...opened }),
      world.tenant,
    );
    expect(open.ok && listSettings(open.value).at(-1)?.title).toContain("cannot change it");
    const { card } = await ask(world, raw);
    expect(card).toContain("No UI session is allowed");
    expect(card).toContain("New password at the next sign-in: not required -> required");
    expect(card).toContain("can stop the integration");
    const done = await approve(world);

    expect(world.workday.users()[0]).toMatchObject({ requireNewPassword: true });
    expect(done.facts.verification?.items).not.toContainEqual(
      expect.objectContaining({ kind: "other" }),
    );
  });

  it("hands the exemption and the authentication policy to a person, and puts nothing to the account", async () => {
    const authenticationPolicy = { name: "Integrations", allowedTypes: ["User Name Password"] };
    const world = await withAccount({ tenant: aTenant({ authenticationPolicy }) });
    const { length } = world.workday.puts;

    const { card } = await ask(world, {
      exemptFromPasswordExpiry: true,
      policyChange: "remove",
    });
    expect(card).toContain("Exempt from password expiration: no -> yes");
    expect(card).toContain("Allowed in Integrations: as it is -> no");
    expect(card).not.toContain("no password is sent");
    expect(world.request().plan.map(({ name }) => name)).toEqual([
      "approve-plan",
      "exempt-from-password-expiry",
      "remove-from-authentication-policy",
      "activate-authentication-policies",
      "verify",
    ]);
    const done = await approve(world);

    expect(done.phase).toEqual({ kind: "done" });
    expect(world.workday.puts).toHaveLength(length);
    expect(world.workday.tenant.exempt()).toEqual(["ISU_Viva"]);
    const next = await findSettings(world, world.tenant, { userName: "ISU_Viva", groupName: "" });
    expect(next).toMatchObject({
      value: { isExempt: true, account: { exemptFromPasswordExpiry: true } },
    });
    expect(next.ok && next.value.account).not.toHaveProperty("authenticationPolicy");
  });

  it("puts the settings back when somebody withdraws halfway", async () => {
    const tenant = aTenant();
    const hands = { ...tenant.hands, "exempt-from-password-expiry": "person" } as const;
    const world = await withAccount({ ...withKey, tenant: { ...tenant, hands } });
    const [before] = world.workday.users();
    await ask(world, {
      sessionTimeoutMinutes: "60",
      x509Change: "off",
      exemptFromPasswordExpiry: true,
    });
    await world.click(ben, { kind: "approve", digest: world.shownDigest() });
    expect((await world.work()).phase).toMatchObject({ kind: "waiting-for-person" });
    expect(world.workday.users()[0]).toMatchObject({ sessionTimeoutMinutes: 60 });

    await world.click(world.request().askedBy, { kind: "withdraw" });
    const ended = await world.live();

    expect(ended.phase).toEqual({ kind: "ended" });
    expect(ended.leftBehind).toEqual([]);
    const [after] = world.workday.users();
    expect(after).toMatchObject({ sessionTimeoutMinutes: 0 });
    expect(after?.tokens).toEqual(before?.tokens);
    expect(after?.password.reveal()).toBe(before?.password.reveal());
  });

  it("writes nothing where somebody changed the settings after the approval", async () => {
    const world = await withAccount(withKey);
    await ask(world, { sessionTimeoutMinutes: "60" });
    const { systemId = "", userName = "" } = world.workday.users()[0] ?? {};
    await world.workday.putIntegrationSystemUser({
      systemId,
      userName,
      password: "unchanged",
      doNotAllowUiSessions: false,
    });

    const stopped = await approve(world);

    expect(stopped.phase).toMatchObject({
      kind: "stuck",
      words: like("since the plan was made: UI sessions: not allowed -> allowed"),
    });
    expect(world.workday.users()[0]).toMatchObject({ sessionTimeoutMinutes: 0 });
  });

  it("ends what a person once did, and takes it back when it is withdrawn", async () => {
    const tenant = aTenant({ authenticationPolicy: { allowedTypes: ["User Name Password"] } });
    const hands = { ...tenant.hands, "remove-from-authentication-policy": "person" } as const;
    const exempt = { ...plainSignOn, exemptFromPasswordExpiry: true };
    const world = await withAccount({
      tenant: { ...tenant, hands },
      raw: aRawDraft({ signOn: exempt }),
    });
    const { card } = await ask(world, { exemptFromPasswordExpiry: false, policyChange: "remove" });
    expect(card).toContain("Exempt from password expiration: yes -> no");
    expect(card).toContain("Allowed in the tenant's authentication policy: as it is -> no");
    await world.click(ben, { kind: "approve", digest: world.shownDigest() });
    await world.work();
    expect(world.workday.tenant.exempt()).toEqual([]);

    await world.click(world.request().askedBy, { kind: "withdraw" });
    await world.live();

    expect(world.workday.tenant.exempt()).toEqual(["ISU_Viva"]);
  });

  it("goes on where nobody knows what became of the put", async () => {
    const world = await withAccount(withKey);
    await ask(world, { sessionTimeoutMinutes: "60" });
    world.mishaps.fail("workday.putIntegrationSystemUser", { kind: "unknown", isDone: true });

    const done = await approve(world);

    expect(done.phase).toEqual({ kind: "done" });
    expect(world.workday.users()[0]).toMatchObject({ sessionTimeoutMinutes: 60 });
  });

  it("takes two approvals where the tenant needs two", async () => {
    const tenant = aTenant();
    const world = await withAccount({
      tenant: { ...tenant, approvals: { ...tenant.approvals, needed: 2, neededWhenUnseen: 2 } },
    });
    await ask(world, { doNotAllowUiSessions: false });
    await world.click(ben, { kind: "approve", digest: world.shownDigest() });
    expect((await world.work()).phase).toMatchObject({ kind: "waiting-for-approval" });

    await world.click(bea, { kind: "approve", digest: world.shownDigest() });

    expect((await world.live()).phase).toEqual({ kind: "done" });
  });

  it("never puts what it could not keep as it is", async () => {
    const world = await withAccount(withKey);
    await ask(world, { sessionTimeoutMinutes: "60" });
    const { findUserOfSystem } = world.workday;
    world.configure((place) => ({
      ...place,
      workday: {
        ...place.workday,
        findUserOfSystem: async (id) => {
          const user = await findUserOfSystem(id);
          if (!user.ok || user.value === undefined) return user;
          return ok({ ...user.value, tokens: [{ x509: { key: [] } }] });
        },
      },
    }));
    const users = world.workday.users();

    const stopped = await approve(world);

    expect(stopped.phase).toMatchObject({ kind: "stuck" });
    expect(world.workday.users()).toEqual(users);
  });
});

import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { listDifferences } from "../../src/flows/model/verification.ts";
import { compareSignOn } from "../../src/flows/verification/compare-sign-on.ts";
import { Secret } from "../../src/secret.ts";
import { valueIn } from "../support/value-in.ts";
import { type Subject, subjects } from "./workday-subjects.ts";

describe.each(subjects)("the Workday port, putting a user: %s", (_name, start) => {
  let subject: Subject;

  beforeEach(async () => {
    subject = await start();
  });

  afterEach(() => subject.stop());

  const settings = {
    systemId: "INT_Free",
    userName: "ISU_New",
    password: new Secret("New-password-1"),
    doNotAllowUiSessions: true,
  };

  it("finds a system by its WID, and none for a WID that no system has", async () => {
    const { workday } = subject;
    const found = valueIn(await workday.findIntegrationSystem("INT_Free"));

    expect(valueIn(await workday.findIntegrationSystem(found?.wid ?? "", "WID"))).toEqual(found);
    expect(valueIn(await workday.findIntegrationSystem("0".repeat(32), "WID"))).toBeUndefined();
  });

  it("answers with both references, each with its ids by type", async () => {
    const { systemWid, userWid, references } = valueIn(
      await subject.workday.putIntegrationSystemUser(settings),
    );

    expect(references.system).toEqual([
      { type: "WID", id: systemWid },
      { type: "Integration_System_ID", id: "INT_Free" },
    ]);
    expect(references.user).toContainEqual({ type: "WID", id: userWid });
    expect(references.user).toContainEqual({ type: "WorkdayUserName", id: "ISU_New" });
  });

  it("changes settings without a password, keeps it, and switches x509 off", async () => {
    const { workday } = subject;
    const old = { type: "Certificate_ID", id: "Signing_Key" } as const;
    const next = { type: "Certificate_ID", id: "Holder_Key" } as const;
    valueIn(
      await workday.putIntegrationSystemUser({ ...settings, tokens: [{ x509: { key: old } }] }),
    );

    const put = await workday.putIntegrationSystemUser({
      systemId: settings.systemId,
      userName: settings.userName,
      password: "unchanged",
      sessionTimeoutMinutes: 60,
      tokens: [{ off: { x509: { key: old } } }, { x509: { key: next } }],
    });

    expect(put.ok).toBe(true);
    const user = valueIn(await workday.findUserOfSystem(settings.systemId));
    expect(user).toMatchObject({ sessionTimeoutMinutes: 60, doNotAllowUiSessions: true });
    const [gone, there, ...more] = user?.tokens ?? [];
    expect(gone?.off?.x509?.key).toContainEqual(old);
    expect(gone).not.toHaveProperty("x509");
    expect(there?.x509?.key).toContainEqual(next);
    expect(more).toEqual([]);
    expect(valueIn(await workday.probe(settings, "Get_Integration_Systems"))).toBe(
      "not-authorized",
    );
  });

  it("makes a user of a system named by its WID, with x509, SAML and a password nobody knows", async () => {
    const { workday } = subject;
    const system = valueIn(await workday.findIntegrationSystem("INT_Free"));
    const key = { type: "Certificate_ID", id: "Signing_Key" } as const;
    const saml = {
      issuer: "https://idp.example/saml",
      identityProviderKey: { type: "Certificate_ID", id: "IdP_Key" },
      holderOfKeyKey: { type: "Certificate_ID", id: "Holder_Key" },
    } as const;

    const put = await workday.putIntegrationSystemUser({
      ...settings,
      ...(system && { systemWid: system.wid }),
      password: "generated",
      requireNewPassword: true,
      tokens: [{ x509: { key }, saml }],
    });

    expect(put.ok).toBe(true);
    const user = valueIn(await workday.findUserOfSystem("INT_Free"));
    if (user === undefined) throw new Error("No user was made");
    const items = compareSignOn({ requireNewPassword: true, x509: { key }, saml }, user);
    expect(listDifferences(items.flatMap((one) => one.items))).toEqual([]);
    expect(user.tokens).toHaveLength(1);
    expect(valueIn(await workday.probe(settings, "Get_Integration_Systems"))).toBe("not-signed-on");
  });
});

import { describe, expect, it } from "vitest";
import type { Draft } from "../../../src/flows/request/draft.ts";
import { stepKinds } from "../../../src/flows/step-kinds/step-kinds.ts";
import type { StepName } from "../../../src/flows/tasks/step.ts";
import { describeStep } from "../../../src/flows/wording/step-text.ts";
import { aDraft, anEditDraft, aSegmentDraft } from "../../support/data/a-draft.ts";
import { aRollback } from "../../support/data/a-rollback.ts";
import { acme } from "../../support/data/a-tenant.ts";

const client = {
  name: "Viva API Client",
  functionalAreas: ["System"],
  nonExpiringRefreshTokens: true,
  includeWorkdayOwnedScope: false,
};
const key = { type: "Certificate_ID", id: "Viva_2026" } as const;
const saml = { issuer: "https://issuer", identityProviderKey: key };

/** An account with everything that a step can name. */
const whole = aDraft({
  client,
  segmented: aSegmentDraft().segmented,
  authenticationPolicy: { name: "Integrations", allowedTypes: ["X509", "SAML"] },
  x509: { key },
  saml,
});
const withoutAccount: Draft = { kind: "activate", tenant: acme, reason: "Time to" };

interface Named {
  readonly name: StepName;
  readonly names: readonly string[];
}

/** What each step names of the account that it is about; the others say the same of whichever request. */
const named: readonly Named[] = [
  { name: "create-integration-system", names: ["Viva integration"] },
  { name: "create-user", names: ["ISU_Viva"] },
  { name: "scramble-user", names: ["ISU_Viva"] },
  { name: "enable-token-sign-on", names: ["x509 and SAML token authentication", "ISU_Viva"] },
  { name: "make-segments", names: ["Compliance, Onboarding", "Viva topics"] },
  { name: "change-settings", names: ["ISU_Viva"] },
  { name: "restore-settings", names: ["ISU_Viva"] },
  { name: "create-security-group", names: ["ISSG_Viva"] },
  { name: "add-group-member", names: ["ISU_Viva", "ISSG_Viva"] },
  { name: "remove-group-member", names: ["ISU_Viva", "ISSG_Viva"] },
  { name: "grant-permissions", names: ["4 domain permissions"] },
  { name: "revoke-permissions", names: ["ISSG_Viva"] },
  { name: "inactivate-security-group", names: ["ISSG_Viva"] },
  { name: "activate-security-group", names: ["ISSG_Viva"] },
  { name: "grant-business-processes", names: ["ISSG_Viva"] },
  { name: "revoke-business-processes", names: ["ISSG_Viva"] },
  { name: "exempt-from-password-expiry", names: ["ISU_Viva"] },
  { name: "remove-password-exemption", names: ["ISU_Viva"] },
  { name: "allow-in-authentication-policy", names: ["ISU_Viva", "(X509, SAML)"] },
  { name: "remove-from-authentication-policy", names: ["ISU_Viva"] },
  { name: "switch-off-token-sign-on", names: ["ISU_Viva"] },
  { name: "register-api-client", names: ["Viva API Client", "ISU_Viva"] },
  { name: "replace-refresh-token", names: ["Viva API Client", "ISU_Viva"] },
  { name: "disable-api-client", names: ["Viva API Client"] },
  { name: "create-segment-group", names: ["ISSG_Viva segments", "Viva topics"] },
  { name: "grant-in-segments", names: ["ISSG_Viva segments"] },
  { name: "revoke-in-segments", names: ["ISSG_Viva segments"] },
  { name: "close-segment-group", names: ["ISSG_Viva segments"] },
  { name: "add-segments-to-content", names: ["Compliance, Onboarding"] },
];
const ofAll = Object.values(stepKinds).filter(
  ({ name }) => !named.some((one) => one.name === name),
);

describe("describeStep", () => {
  it.each(named)("names what $name is about, and nothing of it for a request without", (step) => {
    const said = describeStep(step.name, whole);
    const ofOther = describeStep(step.name, withoutAccount);

    for (const words of step.names) {
      expect(said).toContain(words);
      expect(ofOther).not.toContain(words);
    }
    expect(ofOther).not.toMatch(/undefined|null|NaN/);
  });

  it.each(ofAll)("says the same of $name whichever request it is of", ({ name }) => {
    expect(describeStep(name, whole)).toBe(describeStep(name, withoutAccount));
  });

  it.each<[when: string, name: StepName, draft: Draft, words: string]>([
    ["where it is known to which", "activate-previous-timestamp", aRollback(), "timestamp of 2026"],
    ["one by one", "enable-token-sign-on", aDraft({ x509: { key } }), "Switch x509 token"],
    ["one by one", "enable-token-sign-on", aDraft({ saml }), "Switch SAML token"],
    ["of an edit", "grant-permissions", anEditDraft(), "Add permissions to the group ISSG_Viva,"],
    ["of an edit", "revoke-permissions", anEditDraft(), "Take permissions away from the group"],
    [
      "of an edit",
      "revoke-business-processes",
      anEditDraft(),
      "out of business processes, pending",
    ],
    ["of no edit", "revoke-business-processes", whole, "out of the business processes that it may"],
  ])("says the step as it is: %s, %s", (_when, name, draft, words) => {
    expect(describeStep(name, draft)).toContain(words);
  });

  it("says of no two steps of a request the same", () => {
    const said = Object.values(stepKinds).map(({ name }) => describeStep(name, whole));

    expect(new Set(said).size).toBe(said.length);
  });

  it("is short enough for a message, however long the names are", () => {
    const long = "x".repeat(1000);
    const { segmented } = aSegmentDraft();
    const draft = aDraft({
      userName: long,
      groupName: long,
      system: { kind: "new", name: long },
      client: { ...client, name: long },
      authenticationPolicy: { allowedTypes: [long] },
      segmented: { ...segmented, groupName: long, segments: { kind: "existing", names: [long] } },
    });

    for (const step of Object.values(stepKinds)) {
      expect(describeStep(step.name, draft).length).toBeLessThan(600);
    }
  });
});

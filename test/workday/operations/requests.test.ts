import { describe, expect, it } from "vitest";
import { instant } from "../../../src/flows/model/ids.ts";
import type { Workday } from "../../../src/flows/ports/workday.ts";
import { Secret } from "../../../src/secret.ts";
import { aWorkday, someSettings } from "../support/a-workday.ts";
import { recordingFetch } from "../support/recording-fetch.ts";
import { aResponse } from "../support/soap-replies.ts";

const asNew = { userName: "ISU_New", password: new Secret("probe-password") };

const requests: readonly (readonly [file: string, ask: (workday: Workday) => Promise<unknown>])[] =
  [
    [
      "put-integration-system-user",
      (workday) => workday.putIntegrationSystemUser(someSettings({ sessionTimeoutMinutes: 0 })),
    ],
    [
      "put-integration-system-user-without-timeout",
      (workday) => workday.putIntegrationSystemUser(someSettings({ doNotAllowUiSessions: false })),
    ],
    [
      "put-integration-system-user-x509",
      (workday) =>
        workday.putIntegrationSystemUser(
          someSettings({
            systemWid: "0123456789abcdef0123456789abcdef",
            password: "generated",
            requireNewPassword: true,
            tokens: [{ x509: { key: { type: "Certificate_ID", id: "Entra & friends" } } }],
          }),
        ),
    ],
    [
      "put-integration-system-user-saml",
      (workday) =>
        workday.putIntegrationSystemUser(
          someSettings({
            sessionTimeoutMinutes: 6,
            tokens: [
              {
                x509: { key: { type: "WID", id: "fedcba9876543210fedcba9876543210" } },
                saml: {
                  issuer: "https://idp.example/saml",
                  identityProviderKey: { type: "Certificate_ID", id: "IdP_2026" },
                  holderOfKeyKey: { type: "Certificate_ID", id: "Holder_2026" },
                },
              },
            ],
          }),
        ),
    ],
    [
      "put-integration-system-user-saml-without-holder-of-key",
      (workday) =>
        workday.putIntegrationSystemUser(
          someSettings({
            tokens: [
              {
                saml: {
                  issuer: "https://idp.example/saml",
                  identityProviderKey: { type: "Certificate_ID", id: "IdP_2026" },
                },
              },
            ],
          }),
        ),
    ],
    [
      "put-integration-system-user-settings",
      (workday) =>
        workday.putIntegrationSystemUser({
          systemId: "INT_1",
          userName: "ISU_Okta",
          password: "unchanged",
          requireNewPassword: true,
          sessionTimeoutMinutes: 60,
          tokens: [
            { off: { x509: { key: { type: "WID", id: "fedcba9876543210fedcba9876543210" } } } },
            {
              x509: { key: { type: "Certificate_ID", id: "New_2026" } },
              off: {
                saml: {
                  issuer: "https://idp.example/saml",
                  identityProviderKey: { type: "Certificate_ID", id: "IdP_2026" },
                },
              },
            },
          ],
        }),
    ],
    [
      "get-integration-system-by-wid",
      (workday) => workday.findIntegrationSystem("0123456789abcdef0123456789abcdef", "WID"),
    ],
    [
      "put-integration-system",
      (workday) => workday.putIntegrationSystem({ id: "INT_1", name: "Okta & friends" }),
    ],
    [
      "put-integration-system-with-template",
      (workday) =>
        workday.putIntegrationSystem({ id: "INT_1", name: "Okta", template: "Cloud Template" }),
    ],
    ["get-integration-system", (workday) => workday.findIntegrationSystem("INT_1")],
    ["get-integration-systems-page", (workday) => workday.listIntegrationSystems()],
    ["get-user-of-system", (workday) => workday.findUserOfSystem("INT_1")],
    ["get-users-by-name", (workday) => workday.findAccount("ISU_Okta@corp.example")],
    [
      "get-workday-account-signons",
      (workday) =>
        workday.readSignOns({
          from: instant(Date.UTC(2026, 10, 22, 9)),
          to: instant(Date.UTC(2026, 10, 22, 10)),
        }),
    ],
    ["probe-get-workers", (workday) => workday.probe(asNew, "Get_Workers")],
    ["probe-get-learning-topics", (workday) => workday.probe(asNew, "Get_Learning_Topics")],
    ["probe-get-systems", (workday) => workday.probe(asNew, "Get_Integration_Systems")],
    ["probe-get-users", (workday) => workday.probe(asNew, "Get_Integration_System_Users")],
  ];

describe("what is sent to Workday", () => {
  it.each(requests)("writes %s as it was reviewed", async (file, ask) => {
    const { fetch, sent } = recordingFetch(aResponse("None", ""));

    await ask(aWorkday(fetch));

    await expect(layOut(sent[0]?.body ?? "")).toMatchFileSnapshot(`../snapshots/${file}.xml`);
  });

  it("goes to the configured host, tenant, service and version", async () => {
    const { fetch, sent } = recordingFetch(aResponse("Get_Workers", ""));

    await aWorkday(fetch).probe(asNew, "Get_Workers");

    expect(sent[0]).toMatchObject({
      method: "POST",
      url: "https://services.example.com/ccx/service/acme_dpt1/Human_Resources/v31.2",
      redirect: "error",
      headers: { "content-type": "text/xml; charset=utf-8", soapaction: '""' },
    });
  });

  it("signs a name that holds an @ on with the tenant all the same", async () => {
    const { fetch, sent } = recordingFetch(aResponse("Get_Workers", ""));
    const as = { userName: "isu@corp.example", password: new Secret("p<&>\"'") };

    await aWorkday(fetch).probe(as, "Get_Workers");

    expect(sent[0]?.body).toContain("<wsse:Username>isu@corp.example@acme_dpt1</wsse:Username>");
    expect(sent[0]?.body).toContain('#PasswordText">p&#60;&#38;&#62;&#34;&#39;</wsse:Password>');
  });
});

/** One element a line, so that a reviewer can read it. */
function layOut(xml: string): string {
  return `${xml.replaceAll("><", ">\n<")}\n`;
}

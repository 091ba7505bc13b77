import { afterEach, describe, expect, it } from "vitest";
import type { TenantDefinition } from "../../../sandbox/workday/definition.ts";
import type { Workday } from "../../../sandbox/workday/workday.ts";
import { call, putUser } from "./a-call.ts";
import { aWorkday } from "./a-workday.ts";

let workday: Workday | undefined;

afterEach(() => workday?.stop());

/** An account that signs on with `Signing_Key`. */
async function open(parts: Partial<TenantDefinition> = {}): Promise<Workday> {
  const certificates = ["Signing_Key", "Next_Key"];
  workday = await aWorkday({ certificates, ...parts });
  await call(workday, putUser("INT_Other", put([x509(true, "Signing_Key")])));
  return workday;
}

function put(configurations: readonly string[]): string {
  return `<wd:User_Name>ISU_Other</wd:User_Name>${configurations.join("")}`;
}

function x509(isOn: boolean, key: string): string {
  const data = "Web_Service_Security_Configuration_Data";
  return `<wd:${data}><wd:Enable_x509_Token_Authentication>${isOn}</wd:Enable_x509_Token_Authentication><wd:X509_Public_Key_Reference><wd:ID wd:type="Certificate_ID">${key}</wd:ID></wd:X509_Public_Key_Reference></wd:${data}>`;
}

function shown(): unknown {
  const accounts = workday?.tenant("acme").accounts() ?? [];
  return accounts.find(({ userName }) => userName === "ISU_Other")?.webServiceSecurity;
}

describe("switching a way of signing on off", () => {
  it("takes a configuration that the account has, and no new one", async () => {
    const tenant = await open();

    const answer = await call(tenant, putUser("INT_Other", put([x509(false, "Signing_Key")])));
    const fresh = await call(tenant, putUser("INT_Other", put([x509(false, "Next_Key")])));

    expect(answer.status).toBe(200);
    expect(shown()).toMatchObject([{ x509: false, x509Key: "Signing_Key" }]);
    expect(tenant.tenant("acme").hasPassword("ISU_Other", "Other-password-1")).toBe(true);
    expect(fresh.body).toContain("Either setting X509 Token Authentication");
  });

  it("is refused by a tenant that is set so", async () => {
    const tenant = await open({ refusesSignOnOff: true });

    const answer = await call(tenant, putUser("INT_Other", put([x509(false, "Signing_Key")])));

    expect(answer.body).toContain("Either setting X509 Token Authentication");
    expect(shown()).toMatchObject([{ x509: true }]);
  });

  it("keeps several configurations, or the last one in a tenant that is set so", async () => {
    const both = putUser("INT_Other", put([x509(true, "Signing_Key"), x509(true, "Next_Key")]));
    await call(await open(), both);
    expect(shown()).toHaveLength(2);
    await workday?.stop();

    await call(await open({ hasOneSecurityConfiguration: true }), both);

    expect(shown()).toMatchObject([{ x509Key: "Next_Key" }]);
  });

  it("is a task of a person as well", async () => {
    const tenant = await open();
    const fields = { user: "ISU_Other", x509: false, saml: false };

    const done = tenant.tenant("acme").perform("configure-web-service-security", fields, "ada");
    const gone = tenant
      .tenant("acme")
      .perform("configure-web-service-security", { ...fields, user: "ISU_Gone" }, "ada");

    expect(done.status).toBe("done");
    expect(gone.status).toBe("refused");
    expect(shown()).toMatchObject([{ x509: false, saml: false }]);
  });
});

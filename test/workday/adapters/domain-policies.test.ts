import { describe, expect, it } from "vitest";
import { Secret } from "../../../src/secret.ts";
import { createImplementation } from "../../../src/workday/adapters/implementation.ts";
import { recordingFetch } from "../support/recording-fetch.ts";
import { aReference, aResponse } from "../support/soap-replies.ts";

const wid = "a".repeat(32);
const belowWid = "c".repeat(32);
const domain = aReference("Domain_Reference", { WID: wid }).replace(' wd:Descriptor="A thing"', "");
const subdomain = aReference("Subdomain_Reference", { WID: belowWid });
const group = aReference("Security_Group_Reference", { WID: wid });
const operation = aReference("Security_Operation_Reference", {
  Security_Operation_ID: "get_secOp",
});
const granted = `<wd:Security_Subpolicy_Permission_Data>${group}${operation}</wd:Security_Subpolicy_Permission_Data>`;

/** What is listed where the service answers one policy of this content. */
async function list(item: string): Promise<unknown> {
  const data = `<wd:Response_Data><wd:Policy>${item}</wd:Policy></wd:Response_Data>`;
  const { listDomains } = createImplementation({
    servicesUrl: "https://services.example.com",
    tenant: "acme_dpt1",
    version: "v47.0",
    account: { userName: "ISU_Bot", password: new Secret("bot-password") },
    timeoutMs: 5_000,
    fetch: recordingFetch(aResponse("Get_Domain_Security_Policy", data)).fetch,
  });
  return listDomains();
}

function below(line: string): string {
  return `${domain}<wd:Policy_Data>${domain}<wd:Security_Subpolicy_Data>${line}</wd:Security_Subpolicy_Data></wd:Policy_Data>`;
}

const unreadable = { ok: false, error: { kind: "unreadable", outside: "Workday" } };

describe("the domains", () => {
  it.each([
    ["its descriptor", domain.replace(">", ' wd:Descriptor="Workers">'), "Workers"],
    ["its id, where it has no more", domain, wid],
  ])("are told without data by %s, and not what lies below", async (_what, item, name) => {
    expect(await list(item)).toEqual({
      ok: true,
      value: [{ wid, name, subdomains: undefined }],
    });
  });

  it.each([
    ["is no reply", "text"],
    ["has a domain without data and without a WID", aReference("Domain_Reference", { Other: "1" })],
    [
      "has a domain without data whose reference is none",
      "<wd:Domain_Reference>x</wd:Domain_Reference>",
    ],
  ])("cannot be listed where the answer %s", async (_what, item) => {
    expect(await list(item)).toMatchObject(unreadable);
  });

  it("are listed with those below, and who holds what there", async () => {
    const line = `${subdomain}<wd:Domain_Name>Skills</wd:Domain_Name>${granted}`;

    expect(await list(below(line))).toMatchObject({
      ok: true,
      value: [
        {
          wid,
          subdomains: [
            {
              wid: belowWid,
              name: "Skills",
              permissions: [{ operation: "get_secOp", groups: [{ wid }] }],
            },
          ],
        },
      ],
    });
  });

  it.each([
    ["a reference without a WID", aReference("Subdomain_Reference", { Other: "1" })],
    ["neither a name nor a label", "<wd:Subdomain_Reference/>"],
    [
      "a right of a group without a WID",
      subdomain + granted.replace('wd:type="WID"', 'wd:type="Other"'),
    ],
  ])("say nothing of those below where one has %s", async (_what, line) => {
    const listed = await list(below(line));

    expect(listed).toMatchObject({ ok: true, value: [{ wid }] });
    expect(listed).toHaveProperty("value.0.subdomains", undefined);
  });
});

import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { Secret } from "../../src/secret.ts";
import type { Sender } from "../../src/workday/wire/perform.ts";
import { readPages } from "../../src/workday/wire/read-pages.ts";
import { createSoap } from "../../src/workday/wire/soap.ts";
import { recordingFetch } from "../workday/support/recording-fetch.ts";
import { aFault, aResponse, pagesOf } from "../workday/support/soap-replies.ts";
import { blocksBelow, exampleFor, textBelow } from "./examples/code-in-contributing.ts";
import { getOrganizations } from "./examples/get-organizations.ts";

const heading = "A Workday operation";

function aSender(fetch: typeof globalThis.fetch): Sender {
  const options = { servicesUrl: "https://services.example.com", tenant: "acme_dpt1" };
  const limits = { version: "v31.2", timeoutMs: 5_000, maxReplyBytes: 10_000, fetch };
  const as = { userName: "ISU_Bot", password: new Secret("bot-password") };
  return { call: createSoap({ ...options, ...limits }), as };
}

function aPage(page: number, ...names: readonly string[]): () => Response {
  const organizations = names.map(
    (name) =>
      `<wd:Organization><wd:Organization_Data><wd:Name>${name}</wd:Name></wd:Organization_Data></wd:Organization>`,
  );
  const data = `<wd:Response_Data>${organizations.join("")}</wd:Response_Data>`;
  return aResponse("Get_Organizations", `${pagesOf(page, 2)}${data}`);
}

function readNames(fetch: typeof globalThis.fetch): ReturnType<typeof readPages<object, string>> {
  return readPages(aSender(fetch), getOrganizations, (page) => ({ page }));
}

describe("CONTRIBUTING.md, a Workday operation", () => {
  it("shows the code that is tried here", () => {
    expect(blocksBelow(heading)).toEqual([
      exampleFor("src/workday/operations", "get-organizations.ts"),
    ]);
  });

  it("names files that are there, or are the example's own", () => {
    const named = [...textBelow(heading).matchAll(/`((?:src|sandbox|test|docs)\/[^`*]+\.\w+)`/g)];
    const missing = named.map(([, file = ""]) => file).filter((file) => !existsSync(file));

    expect(missing).toEqual([
      "src/workday/operations/get-organizations.ts",
      "sandbox/workday/operations/get-organizations.ts",
      "test/workday/snapshots/get-organizations.xml",
    ]);
  });

  it("reads every page of a reply", async () => {
    const { fetch, sent } = recordingFetch(aPage(1, "Acme"), aPage(2, "Viva &amp; Co", "Lab"));

    const names = await readNames(fetch);

    expect(names).toEqual({ ok: true, value: ["Acme", "Viva & Co", "Lab"] });
    expect(sent.map(({ url }) => new URL(url).pathname)).toEqual([
      "/ccx/service/acme_dpt1/Human_Resources/v31.2",
      "/ccx/service/acme_dpt1/Human_Resources/v31.2",
    ]);
    expect(sent[1]?.body).toContain(
      "<wd:Response_Filter><wd:Page>2</wd:Page><wd:Count>100</wd:Count></wd:Response_Filter></wd:Get_Organizations_Request>",
    );
  });

  it("is unreadable where the reply lacks what it relies on", async () => {
    const bare = "<wd:Response_Data><wd:Organization/></wd:Response_Data>";
    const { fetch } = recordingFetch(aResponse("Get_Organizations", bare));

    expect(await readNames(fetch)).toMatchObject({ ok: false, error: { kind: "unreadable" } });
  });

  it("says which domain is missing", async () => {
    const { fetch } = recordingFetch(
      aFault("SOAP-ENV:Client.validationError", "The task submitted is not authorized."),
    );

    const answer = await readNames(fetch);

    expect(answer).toMatchObject({ ok: false, error: { kind: "denied" } });
    expect(JSON.stringify(answer)).toContain(
      "Get_Organizations needs Get on the domain Manage: Organization, granted and activated.",
    );
  });
});

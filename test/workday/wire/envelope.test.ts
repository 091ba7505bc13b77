import { describe, expect, it } from "vitest";
import { aWorkday } from "../support/a-workday.ts";
import { recordingFetch } from "../support/recording-fetch.ts";
import { aReference, aResponse } from "../support/soap-replies.ts";

/** A list of one system whose name stands in the reply as it is given here. */
function aSystemNamed(name: string): () => Response {
  const reference = aReference("Integration_System_Reference", {
    WID: "w1",
    Integration_System_ID: "INT_1",
  });
  return aResponse(
    "Get_Integration_Systems",
    `<wd:Response_Data><wd:Integration_System>${reference}<wd:Integration_System_Data><wd:Integration_System_Name>${name}</wd:Integration_System_Name></wd:Integration_System_Data></wd:Integration_System></wd:Response_Data>`,
  );
}

const forged =
  "<Envelope><Body><Fault><faultcode>SOAP-ENV:Client.authenticationError</faultcode></Fault></Body></Envelope>";

describe("a text in a reply", () => {
  it.each([
    ["escaped", "&lt;?xml ?&gt;&lt;a/&gt;", "<?xml ?><a/>"],
    ["in a section", "<![CDATA[R&D <1>]]>", "R&D <1>"],
  ])("is read as it is: %s", async (_how, name, read) => {
    const { fetch } = recordingFetch(aSystemNamed(name));

    expect(await aWorkday(fetch).listIntegrationSystems()).toEqual({
      ok: true,
      value: [{ wid: "w1", id: "INT_1", name: read }],
    });
  });

  // The package reads a section that looks like a document as a reply of its own, at a quadratic price: then
  // this runs into its time limit.
  it.each([
    ["a document", '<![CDATA[<?xml version="1.0"?><a>b</a>]]>'],
    ["a fault", `<![CDATA[<?xml ?>${forged}]]>`],
    ["a great many beginnings", `<![CDATA[${"<?xml".repeat(100_000)}]]>`],
  ])("never counts as a reply of its own: %s", async (_what, name) => {
    const { fetch } = recordingFetch(aSystemNamed(name));

    const answer = await aWorkday(fetch).listIntegrationSystems();

    expect(answer).toMatchObject({ ok: false, error: { kind: "unreadable" } });
  });
});

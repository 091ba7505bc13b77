import * as fc from "fast-check";
import { SaxesParser } from "saxes";
import { describe, expect, it } from "vitest";
import { Secret } from "../../src/secret.ts";
import { aWorkday, someSettings } from "./a-workday.ts";
import { recordingFetch } from "./recording-fetch.ts";
import { aResponse } from "./soap-replies.ts";

/** What somebody would type who wants out of an element, mixed with anything at all. */
const typed = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({ unit: "grapheme" }),
  fc
    .array(
      fc.oneof(
        fc.constantFrom("<![CDATA[", "]]>", "</wd:User_Name>", "<wd:Password>", "&amp;", "&#x3C;"),
        fc.constantFrom('"', "'", "<", ">", "&", "--", "<!--", "<?xml", "\u0000", "\u202e", "\t"),
        fc.string({ maxLength: 5 }),
      ),
    )
    .map((parts) => parts.join("")),
  fc.string().map((text) => `<![CDATA[${text}]]>`),
);

describe("a text that a person types", () => {
  it("arrives in its element as it was typed, or is not sent at all", async () => {
    await fc.assert(
      fc.asyncProperty(typed, typed, async (userName, password) => {
        const { fetch, sent } = recordingFetch(aResponse("None", ""));

        const answer = await aWorkday(fetch).putIntegrationSystemUser(
          someSettings({ userName, password: new Secret(password) }),
        );

        const elements = sent.map(({ body }) => readElements(body));
        const arrived = elements.map((all) => ({
          shape: all.map(([name]) => name),
          userName: new Map(all).get("wd:User_Name"),
          password: new Map(all).get("wd:Password"),
        }));
        const isRefused = !answer.ok && answer.error.kind === "rejected";
        expect(arrived).toEqual(isRefused ? [] : [{ shape, userName, password }]);
      }),
      { numRuns: 400 },
    );
  });

  it("stays in an attribute's and a reference's place too", async () => {
    await fc.assert(
      fc.asyncProperty(typed, async (id) => {
        const { fetch, sent } = recordingFetch(aResponse("None", ""));

        await aWorkday(fetch).findIntegrationSystem(id);

        const arrived = sent.map(({ body }) => new Map(readElements(body)).get("wd:ID"));
        expect(arrived).toEqual(sent.map(() => id));
      }),
    );
  });

  it.each([
    ["a control character", "ISU\u0000"],
    ["a line break", "ISU\nOkta"],
    ["text that turns around", "ISU\u202etxt"],
    ["half a character", "ISU\ud800"],
    ["what the package would send raw", "<![CDATA[<wd:Password>x</wd:Password>]]>"],
  ])("is refused before anything is sent: %s", async (_what, userName) => {
    const { fetch, sent } = recordingFetch(aResponse("None", ""));

    const answer = await aWorkday(fetch).putIntegrationSystemUser(someSettings({ userName }));

    expect(sent).toEqual([]);
    expect(answer).toEqual({
      ok: false,
      error: {
        kind: "rejected",
        outside: "Workday",
        field: "userName",
        words:
          "User Name holds something that must not be sent to Workday: use letters, digits, punctuation and spaces.",
      },
    });
  });

  it("is refused too where it is the name to sign on with", async () => {
    const { fetch, sent } = recordingFetch(aResponse("None", ""));
    const as = { userName: "ISU\u0007", password: new Secret("a") };

    const answer = await aWorkday(fetch).probe(as, "Get_Workers");

    expect(sent).toEqual([]);
    expect(answer).toMatchObject({ error: { kind: "rejected", field: "userName" } });
  });
});

const shape = [
  "soap:Envelope",
  "soap:Header",
  "wsse:Security",
  "wsse:UsernameToken",
  "wsse:Username",
  "wsse:Password",
  "soap:Body",
  "wd:Put_Integration_System_User_Request",
  "wd:Integration_System_Reference",
  "wd:ID",
  "wd:Integration_System_User_Data",
  "wd:User_Name",
  "wd:Password",
  "wd:Require_New_Password_At_Next_Sign_In",
  "wd:Do_Not_Allow_UI_Sessions",
];

/** Every element in order with its own text, read by a strict parser. */
function readElements(xml: string): [name: string, text: string][] {
  const elements: [name: string, text: string][] = [];
  const open: [name: string, text: string][] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name }) => {
    const element: [string, string] = [name, ""];
    elements.push(element);
    open.push(element);
  });
  parser.on("text", (text) => {
    const element = open.at(-1);
    if (element !== undefined) element[1] += text;
  });
  parser.on("closetag", () => {
    open.pop();
  });
  parser.write(xml).close();
  return elements;
}

import { describe, expect, it } from "vitest";
import { Secret } from "../../../src/secret.ts";
import { aWorkday, someSettings } from "../support/a-workday.ts";
import { recordingFetch } from "../support/recording-fetch.ts";
import {
  aBareValidationFault,
  aFault,
  aReference,
  aResponse,
  aValidationFault,
} from "../support/soap-replies.ts";

/** They share nothing: one that is looked for must not hide the other. */
const botCanary = "Heron7Hq2xZ";
const putCanary = "otter4Tz8wQ";

/** Every place where a reply of Workday holds words that could be shown. */
const places: readonly (readonly [place: string, reply: (quoted: string) => () => Response])[] = [
  ["a fault's text", (quoted) => aFault("SOAP-ENV:Server", `Cannot store ${quoted}`)],
  ["a fault's code", (quoted) => aFault(quoted, "Odd")],
  ["a validation's message", (quoted) => aValidationFault({ message: `Bad: ${quoted}` })],
  ["a validation's detail", (quoted) => aValidationFault({ message: "", detail: quoted })],
  ["a validation's path", (quoted) => aValidationFault({ message: "Odd", xpath: `/${quoted}` })],
  ["a validation without a list", (quoted) => aBareValidationFault(`Bad: ${quoted}`)],
  [
    "the value of an id that it does not know",
    (quoted) => aValidationFault({ message: invalidId(quoted, "Odd_ID") }),
  ],
  [
    "the type of an id that it does not know",
    (quoted) => aValidationFault({ message: invalidId("INT_1", quoted) }),
  ],
];

function invalidId(value: string, type: string): string {
  return `Invalid ID value. '${value}' is not a valid ID value for type = '${type}'`;
}

describe("a password that Workday quotes back", () => {
  it.each(places)("is not shown from %s", async (_place, reply) => {
    const answers: unknown[] = [];
    for (const canary of [botCanary, putCanary]) {
      const workday = aWorkday(recordingFetch(reply(canary)).fetch, {
        account: { userName: "ISU_Bot", password: new Secret(botCanary) },
      });
      const password = new Secret(putCanary);
      answers.push(await workday.putIntegrationSystemUser(someSettings({ password })));
    }

    expect(answers).toMatchObject([{ ok: false }, { ok: false }]);
    expect(JSON.stringify(answers)).not.toMatch(/heron|otter/i);
  });

  it.each([
    ["beside a system", aReference("Integration_System_Reference", { WID: "w1" })],
    ["in its place", ""],
  ])("is not shown from an exception %s", async (_where, reference) => {
    const exceptions = `<wd:Exceptions_Response_Data><wd:Message>No: ${botCanary}</wd:Message></wd:Exceptions_Response_Data>`;
    const { fetch } = recordingFetch(aResponse("Put_Integration_System", reference + exceptions));
    const account = { userName: "ISU_Bot", password: new Secret(botCanary) };

    const answer = await aWorkday(fetch, { account }).putIntegrationSystem({ id: "I", name: "N" });

    expect(answer.ok).toBe(false);
    expect(JSON.stringify(answer)).not.toMatch(/heron|otter/i);
  });
});

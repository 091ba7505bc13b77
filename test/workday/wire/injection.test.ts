import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Fault } from "../../../src/flows/model/fault.ts";
import { parseTenantName, toRequestId } from "../../../src/flows/model/ids.ts";
import type { Runner } from "../../../src/flows/ports/runner.ts";
import type { Workday } from "../../../src/flows/ports/workday.ts";
import type { Result } from "../../../src/result.ts";
import { Secret } from "../../../src/secret.ts";
import { createRunner } from "../../../src/workday/runner/runner.ts";
import { runnerOptions } from "../../support/keys/signing.ts";
import { valueIn } from "../../support/value-in.ts";
import { aWorkday, someSettings } from "../support/a-workday.ts";
import { readXml, type XmlElement } from "../support/read-xml.ts";
import { recordingFetch } from "../support/recording-fetch.ts";
import { aResponse } from "../support/soap-replies.ts";

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

type Texts = readonly [one: string, two: string, three: string];

/** Every call that carries what a person types, with the texts in all of its places. */
const calls: readonly (readonly [
  what: string,
  call: (workday: Workday, texts: Texts) => Promise<Result<unknown, Fault>>,
])[] = [
  [
    "a new user",
    (workday, [systemId, userName, password]) =>
      workday.putIntegrationSystemUser(
        someSettings({ systemId, userName, password: new Secret(password) }),
      ),
  ],
  [
    "a new system",
    (workday, [id, name, template]) => workday.putIntegrationSystem({ id, name, template }),
  ],
  ["a system to find", (workday, [id]) => workday.findIntegrationSystem(id)],
  ["the user of a system", (workday, [id]) => workday.findUserOfSystem(id)],
  ["a name to look up", (workday, [userName]) => workday.findAccount(userName)],
  [
    "somebody to sign on as",
    (workday, [userName, password]) =>
      workday.probe({ userName, password: new Secret(password) }, "Get_Workers"),
  ],
];

const harmless: Texts = ["one", "two", "three"];

describe("a text that a person types", () => {
  it.each(calls)("changes nothing but its own place, or is not sent: %s", async (_what, call) => {
    const [expected] = await sendingOf((workday) => call(workday, harmless));

    await fc.assert(
      fc.asyncProperty(typed, typed, typed, async (...texts) => {
        let isRefused = false;
        const [sent] = await sendingOf(async (workday) => {
          const answer = await call(workday, texts);
          isRefused = !answer.ok && answer.error.kind === "rejected";
        });

        expect(sent).toEqual(isRefused ? undefined : withTexts(expected, texts));
      }),
      { numRuns: 200 },
    );
  });

  it("is refused only where it holds what must not be sent", async () => {
    const plain = fc.stringMatching(/^[\p{L}\p{N}\p{P}\p{S} ]{1,40}$/u);
    await fc.assert(
      fc.asyncProperty(plain, async (name) => {
        fc.pre(!name.startsWith("<![CDATA["));

        const sent = await sendingOf((workday) =>
          workday.putIntegrationSystem({ id: "INT_1", name }),
        );

        expect(sent).toHaveLength(1);
      }),
    );
  });

  it("reaches the runner as it was typed, in its own place", async () => {
    await fc.assert(
      fc.asyncProperty(typed, typed, async (groupName, userName) => {
        const { fetch, sent } = recordingFetch(() => new Response(null, { status: 422 }));

        await aRunner(fetch).perform({
          key: "one",
          tenant: valueIn(parseTenantName("acme_dpt1")),
          request: toRequestId([0, 0, 0, 0, 0, 0, 0, 0]),
          task: { name: "add-group-member", groupName, userName },
        });

        expect(sent.map(({ body }): unknown => JSON.parse(body))).toEqual([
          {
            tenant: "acme_dpt1",
            request: "ISU-00000000",
            task: "add-group-member",
            fields: { group: groupName, user: userName },
          },
        ]);
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

  it("is refused too where somebody signs on with it", async () => {
    const { fetch, sent } = recordingFetch(aResponse("None", ""));
    const broken = { userName: "ISU\u0007", password: new Secret("a") };
    const fromFile = { userName: "ISU", password: new Secret("Otter4Tz8wQ\n") };

    const answers = [
      await aWorkday(fetch).probe(broken, "Get_Workers"),
      await aWorkday(fetch).probe(fromFile, "Get_Workers"),
    ];

    expect(sent).toEqual([]);
    expect(answers).toMatchObject([
      { error: { kind: "rejected", field: "userName" } },
      { error: { kind: "rejected", field: "password" } },
    ]);
    expect(JSON.stringify(answers)).not.toContain("Otter");
  });
});

interface Sending {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly elements: readonly XmlElement[];
}

/** What is sent to Workday, read as Workday would read it. */
async function sendingOf(act: (workday: Workday) => Promise<unknown>): Promise<Sending[]> {
  const { fetch, sent } = recordingFetch(aResponse("None", ""));
  await act(aWorkday(fetch));
  return sent.map(({ url, headers, body }) => ({ url, headers, elements: readXml(body) }));
}

/** The harmless sending with other texts in the places of the harmless ones. */
function withTexts(sending: Sending | undefined, texts: Texts): Sending | undefined {
  return (
    sending && {
      ...sending,
      elements: sending.elements.map((element) => {
        const [word = "", tenant] = element.text.split("@");
        const text = texts[harmless.indexOf(word)];
        if (text === undefined) return element;
        return { ...element, text: tenant === undefined ? text : `${text}@${tenant}` };
      }),
    }
  );
}

function aRunner(fetch: typeof globalThis.fetch): Runner {
  return createRunner({
    url: "https://rpa.example.com",
    ...runnerOptions(),
    fetch,
  });
}

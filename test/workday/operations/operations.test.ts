import { describe, expect, it } from "vitest";
import { aWorkday } from "../support/a-workday.ts";
import { matching } from "../support/matching.ts";
import { recordingFetch } from "../support/recording-fetch.ts";
import { aReference, aResponse, aSystem, aUser, pagesOf } from "../support/soap-replies.ts";

describe("the integration systems", () => {
  it("are read page by page, each once", async () => {
    const { fetch, sent } = recordingFetch(
      aResponse(
        "Get_Integration_Systems",
        `${pagesOf(1, 2)}<wd:Response_Data>${aSystem("INT_1", "One")}${aSystem("INT_2", "Two")}</wd:Response_Data>`,
      ),
      aResponse(
        "Get_Integration_Systems",
        `${pagesOf(2, 2)}<wd:Response_Data>${aSystem("INT_2", "Two")}${aSystem("INT_3", "")}</wd:Response_Data>`,
      ),
    );

    const answer = await aWorkday(fetch).listIntegrationSystems();

    expect(answer).toEqual({
      ok: true,
      value: [
        { wid: "wid-of-INT_1", id: "INT_1", name: "One" },
        { wid: "wid-of-INT_2", id: "INT_2", name: "Two" },
        { wid: "wid-of-INT_3", id: "INT_3", name: "INT_3" },
      ],
    });
    expect(sent.map(({ body }) => /<wd:Page>(\d+)</.exec(body)?.[1])).toEqual(["1", "2"]);
  });

  it("are none where the reply holds none", async () => {
    const { fetch } = recordingFetch(aResponse("Get_Integration_Systems", ""));

    expect(await aWorkday(fetch).listIntegrationSystems()).toEqual({ ok: true, value: [] });
  });

  it("are told by their ids where the reply says no more of them", async () => {
    const reference = aReference("Integration_System_Reference", {
      WID: "w",
      Integration_System_ID: "INT_1",
    });
    const bare = `<wd:Response_Data><wd:Integration_System>${reference}</wd:Integration_System></wd:Response_Data>`;
    const { fetch } = recordingFetch(aResponse("Get_Integration_Systems", bare));

    expect(await aWorkday(fetch).findIntegrationSystem("INT_1")).toEqual({
      ok: true,
      value: { wid: "w", id: "INT_1", name: "INT_1" },
    });
  });

  it.each([
    ["no id", ""],
    [
      "ids whose type it does not say",
      '<wd:ID wd:kind="WID">w</wd:ID><wd:ID wd:kind="x">y</wd:ID>',
    ],
    ["an empty id", "<wd:ID/>"],
  ])("are unreadable where a reference holds %s", async (_what, ids) => {
    const reference = `<wd:Integration_System_Reference wd:Descriptor="One">${ids}</wd:Integration_System_Reference>`;
    const data = `<wd:Response_Data><wd:Integration_System>${reference}</wd:Integration_System></wd:Response_Data>`;
    const { fetch } = recordingFetch(aResponse("Get_Integration_Systems", data));

    expect(await aWorkday(fetch).listIntegrationSystems()).toMatchObject({
      error: { kind: "unreadable" },
    });
  });

  it("are none in data without any", async () => {
    const { fetch } = recordingFetch(
      aResponse("Get_Integration_Systems", '<wd:Response_Data wd:of="nothing"/>'),
    );

    expect(await aWorkday(fetch).listIntegrationSystems()).toEqual({ ok: true, value: [] });
  });

  it("are none where nothing is answered for the one that was asked for", async () => {
    const { fetch } = recordingFetch(aResponse("Get_Integration_Systems", ""));

    expect(await aWorkday(fetch).findIntegrationSystem("INT_1")).toEqual({
      ok: true,
      value: undefined,
    });
  });

  it("are not said to be missing where they could not be asked for", async () => {
    const { fetch } = recordingFetch(() => new Response("", { status: 502 }));
    const workday = aWorkday(fetch);

    const answers = [
      await workday.findIntegrationSystem("INT_1"),
      await workday.findUserOfSystem("INT_1"),
      await workday.findAccount("ISU_1"),
    ];

    expect(answers).toMatchObject(answers.map(() => ({ ok: false, error: { kind: "unknown" } })));
  });

  it("are read to the last page that was announced, also where a later one announces none", async () => {
    const { fetch } = recordingFetch(
      aResponse(
        "Get_Integration_Systems",
        `${pagesOf(1, 3)}<wd:Response_Data>${aSystem("INT_1", "One")}</wd:Response_Data>`,
      ),
      aResponse(
        "Get_Integration_Systems",
        `<wd:Response_Data>${aSystem("INT_2", "Two")}</wd:Response_Data>`,
      ),
      aResponse(
        "Get_Integration_Systems",
        `${pagesOf(3, 3)}<wd:Response_Data>${aSystem("INT_3", "Three")}</wd:Response_Data>`,
      ),
    );

    const answer = await aWorkday(fetch).listIntegrationSystems();

    expect(answer.ok && answer.value.map(({ id }) => id)).toEqual(["INT_1", "INT_2", "INT_3"]);
  });

  it("are not believed to fill more pages than anybody has", async () => {
    const { fetch, sent } = recordingFetch(
      aResponse("Get_Integration_Systems", pagesOf(1, 1_000_000)),
    );

    const answer = await aWorkday(fetch).listIntegrationSystems();

    expect(answer).toMatchObject({ error: { kind: "unreadable" } });
    expect(sent).toHaveLength(1);
  });

  it("are unreadable without their ids, in a list as alone", async () => {
    const nameless = `<wd:Response_Data><wd:Integration_System>${aReference("Integration_System_Reference", { WID: "w" })}</wd:Integration_System></wd:Response_Data>`;
    const { fetch } = recordingFetch(aResponse("Get_Integration_Systems", nameless));

    const answers = [
      await aWorkday(fetch).listIntegrationSystems(),
      await aWorkday(fetch).findIntegrationSystem("INT_1"),
    ];

    expect(answers).toMatchObject([
      { error: { kind: "unreadable" } },
      { error: { kind: "unreadable" } },
    ]);
  });

  it("are unreadable where another one is answered than was asked for", async () => {
    const other = `<wd:Response_Data>${aSystem("INT_2", "Two")}</wd:Response_Data>`;
    const { fetch } = recordingFetch(aResponse("Get_Integration_Systems", other));

    expect(await aWorkday(fetch).findIntegrationSystem("INT_1")).toMatchObject({
      error: { kind: "unreadable" },
    });
  });
});

describe("the users of integration systems", () => {
  const users = "Get_Integration_System_Users";

  it("are unreadable where another system's is answered, or one without a name", async () => {
    const answers = [];
    for (const user of [aUser("INT_2", "ISU_2"), aUser("INT_1", "")]) {
      const data = `<wd:Response_Data>${user}</wd:Response_Data>`;
      const { fetch } = recordingFetch(aResponse(users, data));
      answers.push(await aWorkday(fetch).findUserOfSystem("INT_1"));
    }

    expect(answers).toMatchObject([
      { error: { kind: "unreadable" } },
      { error: { kind: "unreadable" } },
    ]);
  });

  it("are unreadable without data, by name and in the list", async () => {
    const broken = aResponse(
      users,
      "<wd:Response_Data><wd:Integration_System_User/></wd:Response_Data>",
    );
    const late = recordingFetch(aResponse(users, ""), broken);

    const answers = [
      await aWorkday(recordingFetch(broken).fetch).findAccount("ISU_1"),
      await aWorkday(late.fetch).findAccount("ISU_1"),
    ];

    expect(answers).toMatchObject([
      { error: { kind: "unreadable" } },
      { error: { kind: "unreadable" } },
    ]);
  });

  it("fail as the list of them fails", async () => {
    const { fetch } = recordingFetch(aResponse(users, ""), () => new Response("", { status: 503 }));

    expect(await aWorkday(fetch).findAccount("ISU_1")).toMatchObject({
      error: { kind: "unreachable" },
    });
  });
});

describe("a new integration system", () => {
  const operation = "Put_Integration_System";
  const reference = aReference("Integration_System_Reference", { WID: "w1" });
  const exceptions = `<wd:Exceptions_Response_Data><wd:Exceptions_Data><wd:Exception_Data><wd:Classification>WARNING</wd:Classification><wd:Message>Half &lt;done&gt;.</wd:Message></wd:Exception_Data></wd:Exceptions_Data></wd:Exceptions_Response_Data>`;

  it.each<[what: string, content: string, answer: object]>([
    ["is there", reference, { value: { wid: "w1", id: "INT_1", name: "One" } }],
    [
      "may be there, with exceptions beside it",
      reference + exceptions,
      { error: { kind: "unknown", words: matching("WARNING Half ‹done›.") } },
    ],
    [
      "is not there, with exceptions in its place",
      exceptions,
      { error: { kind: "rejected", words: matching("Half ‹done›.") } },
    ],
    ["may be there, with neither", "", { error: { kind: "unknown" } }],
    [
      "is not believed without an id",
      "<wd:Integration_System_Reference>x</wd:Integration_System_Reference>",
      { error: { kind: "unknown" } },
    ],
  ])("%s", async (_what, content, expected) => {
    const { fetch } = recordingFetch(aResponse(operation, content));

    const answer = await aWorkday(fetch).putIntegrationSystem({ id: "INT_1", name: "One" });

    expect(answer).toMatchObject(expected);
  });
});

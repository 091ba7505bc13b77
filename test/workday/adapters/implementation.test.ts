import { describe, expect, it } from "vitest";
import type { Implementation } from "../../../src/flows/ports/implementation.ts";
import { Secret } from "../../../src/secret.ts";
import { createImplementation } from "../../../src/workday/adapters/implementation.ts";
import { readDataItems } from "../../../src/workday/fields/data-items.ts";
import { TypedIds, toReferenceOf } from "../../../src/workday/fields/typed-ids.ts";
import { toHandBack } from "../../../src/workday/wire/foreign-tree.ts";
import { recordingFetch } from "../support/recording-fetch.ts";
import { aResponse } from "../support/soap-replies.ts";

const getGroups = "Get_Integration_System_Security_Groups__Unconstrained_";
const getPolicy = "Get_Domain_Security_Policy";
const wid = "a".repeat(32);

function aService(fetch: typeof globalThis.fetch): Implementation {
  return createImplementation({
    servicesUrl: "https://services.example.com",
    tenant: "acme_dpt1",
    version: "v47.0",
    account: { userName: "ISU_Bot", password: new Secret("bot-password") },
    timeoutMs: 5_000,
    fetch,
  });
}

function ids(name: string, ...pairs: readonly (readonly [string, string])[]): string {
  const inner = pairs.map(([type, id]) => `<wd:ID wd:type="${type}">${id}</wd:ID>`);
  return `<wd:${name}>${inner.join("")}</wd:${name}>`;
}

const groupReference = ids("Some_Reference", ["WID", wid], ["Tenant_Security_Group_ID", "ISSG_1"]);
const domainReference = ids("Domain_Reference", ["WID", wid]);
const operation = ids("Security_Operation_Reference", ["Security_Operation_ID", "get_secOp"]);

function aGroupsReply(item: string): () => Response {
  const data = `<wd:Response_Data><wd:Group>${item}</wd:Group></wd:Response_Data>`;
  return aResponse(getGroups, data);
}

function aPolicyReply(...contents: readonly string[]): () => Response {
  const items = contents.map(
    (content) =>
      `<wd:Policy>${domainReference}<wd:Policy_Data>${content}</wd:Policy_Data></wd:Policy>`,
  );
  return aResponse(getPolicy, `<wd:Response_Data>${items.join("")}</wd:Response_Data>`);
}

const unreadable = { ok: false, error: { kind: "unreadable", outside: "Workday" } };

describe("groups", () => {
  it("are asked for at the service's own address and version", async () => {
    const { fetch, sent } = recordingFetch(aResponse(getGroups, ""));

    expect(await aService(fetch).listGroups()).toEqual({
      ok: true,
      value: { groups: [], unreadable: [] },
    });
    expect(sent.map(({ url }) => url)).toEqual([
      "https://services.example.com/ccx/service/acme_dpt1/Core_Implementation_Service/v47.0",
    ]);
  });

  it.each([
    ["no data", groupReference, [wid, "ISSG_1"]],
    [
      "two kinds of data",
      `${groupReference}<wd:A_Data><wd:Name>A</wd:Name></wd:A_Data><wd:B_Data/>`,
      [wid, "ISSG_1"],
    ],
    [
      "a descriptor and twice its data",
      `${groupReference.replace(">", ' wd:Descriptor="A">')}<wd:A_Data><wd:Name>A</wd:Name></wd:A_Data><wd:A_Data><wd:Name>B</wd:Name></wd:A_Data>`,
      ["A", wid, "ISSG_1"],
    ],
    ["no reference", "<wd:A_Data><wd:Name>A</wd:Name></wd:A_Data>", ["A"]],
    [
      "no WID",
      `${ids("X_Reference", ["Tenant_Security_Group_ID", "1"])}<wd:A_Data><wd:Name>A</wd:Name></wd:A_Data>`,
      ["A", "1"],
    ],
    [
      "no name",
      `${groupReference}<wd:A_Data><wd:Comment>c</wd:Comment></wd:A_Data>`,
      [wid, "ISSG_1"],
    ],
    [
      "a field that the next write would lose",
      `${groupReference}<wd:A_Data><wd:Name>A</wd:Name><wd:New>1</wd:New></wd:A_Data>`,
      ["A", wid, "ISSG_1"],
    ],
    [
      "a member without an account",
      `${groupReference}<wd:A_Data><wd:Name>A</wd:Name>${ids("Integration_System_User_Reference", ["WID", wid])}</wd:A_Data>`,
      ["A", wid, "ISSG_1"],
    ],
  ])("are unreadable alone where one has %s", async (_what, item, labels) => {
    const other = `${ids("O_Reference", ["WID", "f".repeat(32)], ["Tenant_Security_Group_ID", "O"])}<wd:O_Data><wd:Name>O</wd:Name></wd:O_Data>`;
    const { fetch } = recordingFetch(aGroupsReply(`${item}</wd:Group><wd:Group>${other}`));

    expect(await aService(fetch).listGroups()).toMatchObject({
      ok: true,
      value: { groups: [{ name: "O" }], unreadable: [labels] },
    });
  });
});

describe("policies", () => {
  it.each([
    ["another domain", ids("Domain_Reference", ["WID", "b".repeat(32)])],
    ["no domain", "<wd:Domain_Name>Workers</wd:Domain_Name>"],
    ["a domain without a WID", ids("Domain_Reference", ["Other", "1"])],
    ["an element that the next write would lose", `${domainReference}<wd:New>1</wd:New>`],
    [
      "an operation without its id",
      `${domainReference}<wd:Security_Policy_Permission_Data>${ids("Security_Operation_Reference", ["WID", wid])}</wd:Security_Policy_Permission_Data>`,
    ],
    [
      "a group without a WID",
      `${domainReference}<wd:Security_Policy_Permission_Data>${ids("Security_Group_Reference", ["Other", "1"])}${operation}</wd:Security_Policy_Permission_Data>`,
    ],
    [
      "an attribute that nobody could hand back",
      `${domainReference}<wd:Security_Subpolicy_Data wd:since="1"><wd:A>1</wd:A></wd:Security_Subpolicy_Data>`,
    ],
  ])("are unreadable with %s", async (_what, content) => {
    const { fetch } = recordingFetch(aPolicyReply(content));

    expect(await aService(fetch).findPolicy(wid)).toMatchObject(unreadable);
  });

  it("read past what people call the things that they name", async () => {
    const plain = `<wd:Security_Subpolicy_Data>${ids("Subdomain_Reference", ["WID", wid])}</wd:Security_Subpolicy_Data>`;
    const shown = plain.replace(
      "Subdomain_Reference>",
      'Subdomain_Reference wd:Descriptor="Skills">',
    );
    async function read(content: string): Promise<unknown> {
      const { fetch } = recordingFetch(aPolicyReply(`${domainReference}${content}`));
      return aService(fetch).findPolicy(wid);
    }

    expect(await read(shown)).toMatchObject({ ok: true });
    expect(await read(shown)).toEqual(await read(plain));
  });

  it("are unreadable where two are answered for one", async () => {
    const { fetch } = recordingFetch(aPolicyReply(domainReference, domainReference));

    expect(await aService(fetch).findPolicy(wid)).toMatchObject(unreadable);
  });

  it("are none where nothing is answered", async () => {
    const { fetch } = recordingFetch(aResponse(getPolicy, ""));

    expect(await aService(fetch).findPolicy(wid)).toEqual({ ok: true, value: undefined });
  });

  it("cannot be listed where one of them has no name to go by", async () => {
    const { fetch } = recordingFetch(aPolicyReply("<wd:Notes>n</wd:Notes>"));

    expect(await aService(fetch).listDomains()).toMatchObject(unreadable);
  });

  it("that hold a document of their own are not read", async () => {
    const notes = `${domainReference}<wd:Notes><![CDATA[<?xml version="1.0"?><a/>]]></wd:Notes>`;
    const { fetch } = recordingFetch(aPolicyReply(notes));

    expect(await aService(fetch).findPolicy(wid)).toMatchObject(unreadable);
  });
});

describe("what is handed on", () => {
  it.each<[call: string, act: (service: Implementation) => Promise<unknown>]>([
    ["listGroups", (service) => service.listGroups()],
    ["listDomains", (service) => service.listDomains()],
    ["findPolicy", (service) => service.findPolicy(wid)],
  ])("by %s is a fault", async (_call, act) => {
    const { fetch } = recordingFetch(() => new Response("", { status: 403 }));

    expect(await act(aService(fetch))).toMatchObject({ error: { kind: "denied" } });
  });

  it("by a write that nobody can read is doubt", async () => {
    const { fetch } = recordingFetch(() => new Response("what?", { status: 200 }));
    const group = { id: "1", name: "A", comment: "c", isInactive: true, members: [] };

    expect(await aService(fetch).putGroup(group)).toMatchObject({ error: { kind: "unknown" } });
  });
});

describe("toHandBack", () => {
  it.each([
    ["a text", " a ", { $value: " a " }],
    ["nothing", null, {}],
    [
      "elements in their order",
      { B: "1", A: [null, { ID: { attributes: { "x:type": "WID" }, $value: "2" } }] },
      {
        "wd:B": [{ $value: "1" }],
        "wd:A": [{}, { "wd:ID": [{ attributes: { "wd:type": "WID" }, $value: "2" }] }],
      },
    ],
    ["a number", 1, undefined],
    ["a list", [], undefined],
    ["two attributes", { attributes: { type: "a", other: "b" } }, undefined],
    ["no attribute at all", { attributes: null }, undefined],
    ["a name that is no element's", { "a b": "1" }, undefined],
    ["a value that is no text", { $value: { A: "1" } }, undefined],
    ["something unknown below", { A: { B: 1 } }, undefined],
  ])("builds %s", (_what, value, built) => {
    expect(toHandBack(value)).toEqual(built);
  });
});

describe("toReferenceOf", () => {
  it("names a thing by its WID, or by all it has", () => {
    const system = { type: "System_User_ID", id: "ISU_1" };

    expect(toReferenceOf([system, { type: "WID", id: wid }])).toEqual({
      ID: { attributes: { "wd:type": "WID" }, $value: wid },
    });
    expect(toReferenceOf([system])).toEqual({
      ID: [{ attributes: { "wd:type": "System_User_ID" }, $value: "ISU_1" }],
    });
  });
});

describe("TypedIds", () => {
  it("are of no type where the reply names none", () => {
    const ID = [
      { attributes: {}, $value: " 1 " },
      { attributes: { "wd:type": "WID" }, $value: wid },
    ];

    expect(TypedIds.parse({ ID })).toEqual([
      { type: "", id: "1" },
      { type: "WID", id: wid },
    ]);
  });
});

describe("readDataItems", () => {
  it("does not take what is no reply", () => {
    expect(readDataItems({ Response_Data: "text" })).toBeUndefined();
    expect(readDataItems({ Response_Data: { Item: "text" } })).toBeUndefined();
    expect(readDataItems({ Response_Data: { attributes: { version: "v47.0" } } })).toEqual([]);
  });
});

import { afterEach, describe, expect, it } from "vitest";
import type { TenantDefinition } from "../../sandbox/workday/definition.ts";
import type { Workday as Emulator } from "../../sandbox/workday/workday.ts";
import { Secret } from "../../src/secret.ts";
import { createReadReport } from "../../src/workday/reports/read-report.ts";
import { signEnvelope } from "../../src/workday/wire/x509-key.ts";
import { createWorkday } from "../../src/workday/workday.ts";
import { call, putUser } from "../sandbox/workday/a-call.ts";
import { aWorkday } from "../sandbox/workday/a-workday.ts";
import { anRsaCertificate } from "../support/keys/an-rsa-certificate.ts";

const own = anRsaCertificate();
const other = anRsaCertificate();
const ended = anRsaCertificate("250101000000Z");

let emulator: Emulator | undefined;

afterEach(() => emulator?.stop());

type Pair = ReturnType<typeof anRsaCertificate>;

function toKey({ privateKey, certificate }: Pair) {
  return { privateKey: new Secret(privateKey), certificate: new Secret(certificate) };
}

/** A tenant in which `ISU_Bot` signs on with this certificate. */
async function open(pem: string, parts: Partial<TenantDefinition> = {}): Promise<Emulator> {
  emulator = await aWorkday({ certificatePems: { Signing_Key: pem }, ...parts });
  const data = "Web_Service_Security_Configuration_Data";
  const x509 = `<wd:${data}><wd:Enable_x509_Token_Authentication>true</wd:Enable_x509_Token_Authentication><wd:X509_Public_Key_Reference><wd:ID wd:type="Certificate_ID">Signing_Key</wd:ID></wd:X509_Public_Key_Reference></wd:${data}>`;
  const put = await call(
    emulator,
    putUser("INT_Bot", `<wd:User_Name>ISU_Bot</wd:User_Name>${x509}`),
  );
  if (put.status !== 200) throw new Error(put.body);
  return emulator;
}

function signedOnWith(pair: Pair, fetch = globalThis.fetch) {
  return createWorkday({
    servicesUrl: emulator?.url ?? "",
    tenant: "acme",
    version: "v31.2",
    account: { userName: "ISU_Bot", x509: toKey(pair) },
    timeoutMs: 5_000,
    allowHttpOnLoopback: true,
    fetch,
  });
}

/** Changes an envelope on its way. */
function altering(change: (xml: string) => string): typeof globalThis.fetch {
  return (url, init) => {
    const body = typeof init?.body === "string" ? init.body : "";
    return fetch(url, { ...init, body: change(body) });
  };
}

describe("the bot's own account with a key", () => {
  it("signs on without any password, and can do what it may", async () => {
    await open(own.certificate);
    const sent: string[] = [];
    const workday = signedOnWith(
      own,
      altering((xml) => {
        sent.push(xml);
        return xml;
      }),
    );

    expect(await workday.findUserOfSystem("INT_Other")).toMatchObject({
      value: { userName: "ISU_Other" },
    });
    expect(await workday.tryOwn("Get_Integration_Systems")).toEqual({
      ok: true,
      value: "answered",
    });
    expect(sent[0]).not.toContain("Password");
    expect(sent[0]).not.toContain("BinarySecurityToken");
    expect(sent[0]).toContain('<Reference URI="">');
    expect(sent[0]).toContain("<X509Data><X509Certificate>");
    expect(sent.join("")).not.toContain("PRIVATE KEY");
  });

  it.each<[what: string, pem: string, pair: Pair, change: (xml: string) => string]>([
    ["another certificate", own.certificate, other, (xml) => xml],
    ["a certificate that has ended", ended.certificate, ended, (xml) => xml],
    ["an altered body", own.certificate, own, (xml) => xml.replace("INT_Other", "INT_Free")],
    ["another name", own.certificate, own, (xml) => xml.replace("ISU_Bot@", "ISU_Other@")],
    [
      "a signature that is gone",
      own.certificate,
      own,
      (xml) => xml.replace(/<Signature [^]*<\/Signature>/, ""),
    ],
    [
      "a certificate put in place of the right one",
      own.certificate,
      own,
      (xml) =>
        xml.replace(
          /<X509Certificate>[^<]*/,
          `<X509Certificate>${other.certificate.split("\n").slice(1, -2).join("")}`,
        ),
    ],
  ])("is not let in with %s", async (_what, pem, pair, change) => {
    await open(pem);
    const workday = signedOnWith(pair, altering(change));

    expect(await workday.findUserOfSystem("INT_Other")).toMatchObject({
      error: { kind: "denied" },
    });
  });

  it("is not let in with a timestamp that is over, and is with one that is not", async () => {
    await open(own.certificate);
    function stamp(xml: string, at: string): string {
      const plain = xml.replace(/<Signature [^]*<\/Signature>/, "");
      const timestamp = `<wsu:Timestamp xmlns:wsu="http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd"><wsu:Expires>${at}</wsu:Expires></wsu:Timestamp>`;
      const stamped = plain.replace("</wsse:Security>", `${timestamp}</wsse:Security>`);
      return signEnvelope(stamped, toKey(own));
    }

    const late = signedOnWith(
      own,
      altering((xml) => stamp(xml, "2026-01-05T08:59:00Z")),
    );
    const early = signedOnWith(
      own,
      altering((xml) => stamp(xml, "2026-01-05T09:05:00Z")),
    );

    expect(await late.findUserOfSystem("INT_Other")).toMatchObject({ error: { kind: "denied" } });
    expect(await early.findUserOfSystem("INT_Other")).toMatchObject({ ok: true });
  });

  it("reads no report, and says why", async () => {
    await open(own.certificate);
    const read = createReadReport({
      servicesUrl: emulator?.url ?? "",
      tenant: "acme",
      account: { userName: "ISU_Bot", x509: toKey(own) },
      timeoutMs: 5_000,
      maxReplyBytes: 1_000,
      allowHttpOnLoopback: true,
    });

    const answer = await read({ name: "ISU_Bot_Security_Groups", owner: "ISU_Bot" });

    expect(answer).toMatchObject({ error: { kind: "denied" } });
    expect(JSON.stringify(answer)).toContain("signs on with a key");
  });
});

import { generateKeyPairSync } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { aFile, aFolder, aTenantEntry, problemsOf, read } from "./a-config.ts";

const listen = { port: 3443 };
const url = "https://isu-bot.example.com";
const asking = aTenantEntry({ approvals: { secondFactor: "passkey" } });

describe("the bot's own pages", () => {
  it("can be asked for by a tenant", () => {
    const config = read(aFile({ web: { url, listen }, tenants: [asking] }));

    expect(config.ok && config.value.file.web?.listen.host).toBe("0.0.0.0");
    expect(config.ok && config.value.tls).toBeUndefined();
  });

  it("must be there where a tenant asks for a passkey", () => {
    expect(problemsOf(aFile({ tenants: [asking] }))).toEqual([
      [
        "tenants[0].approvals.secondFactor",
        `"passkey"`,
        "nothing, or the address of the bot's own pages under web",
      ],
    ]);
  });

  it.each<[what: string, web: object, key: string]>([
    ["plain http", { url: "http://isu-bot.example.com", listen }, "web.url"],
    ["a number for a name", { url: "https://10.0.0.1", listen }, "web.url"],
    ["a path", { url: `${url}/bot`, listen }, "web.url"],
    ["Slack's port", { url, listen: { port: 3000 } }, "web.listen.port"],
  ])("refuse %s", (_what, web, key) => {
    const problems = problemsOf(aFile({ web, tenants: [asking] }));

    expect(problems.map(([at]) => at)).toEqual([key]);
  });

  it("take plain http on localhost when it is said so", () => {
    const web = { url: "http://localhost:3443", listen };

    expect(problemsOf(aFile({ web, allowLoopbackHttp: true, tenants: [asking] }))).toEqual([]);
  });

  it("name the certificate alone where the key is one", () => {
    const folder = aFolder();
    const [cert, key] = [join(folder, "cert.pem"), join(folder, "key.pem")];
    const { privateKey } = generateKeyPairSync("ed25519");
    writeFileSync(cert, "no certificate");
    writeFileSync(key, privateKey.export({ type: "pkcs8", format: "pem" }));
    const tls = { cert: { file: cert }, key: { file: key } };

    expect(problemsOf(aFile({ web: { url, listen, tls } }))).toEqual([
      ["web.tls.cert", `no such thing in ${cert}`, "a certificate as PEM"],
    ]);
  });

  it("name a certificate and a key that are none, and show neither", () => {
    const folder = aFolder();
    const file = join(folder, "no.pem");
    writeFileSync(file, "canary-key");
    const tls = { cert: { file }, key: { file: join(folder, "missing.pem") } };
    const problems = problemsOf(aFile({ web: { url, listen, tls } }));

    expect(problems.map(([key]) => key)).toEqual(["web.tls.cert", "web.tls.key"]);
    expect(JSON.stringify(problems)).not.toContain("canary-key");
  });
});

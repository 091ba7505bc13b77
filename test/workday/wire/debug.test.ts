import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";

/** Puts a user from a process of its own, once into a fault and once into a connection that breaks. */
const program = `
  import { Secret } from "./src/secret.ts";
  import { createWorkday } from "./src/workday/workday.ts";
  const canary = Buffer.from("Y2FuYXJ5LTdIcTJ4Wg==", "base64").toString();
  const fault = '<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Body><e:Fault><faultcode>x</faultcode><faultstring>bad ' + canary + '</faultstring></e:Fault></e:Body></e:Envelope>';
  const answers = [
    async () => new Response(fault, { status: 500, headers: { "content-type": "text/xml" } }),
    async (url, init) => { throw Object.assign(new TypeError("fetch failed"), { url, init }); },
  ];
  for (const fetch of answers) {
    const workday = createWorkday({
      servicesUrl: "https://services.example.com", tenant: "acme", version: "v31.2", timeoutMs: 1000, fetch,
      account: { userName: "ISU_Bot", password: new Secret(canary) },
    });
    const password = new Secret(canary);
    console.log(await workday.putIntegrationSystemUser({ systemId: "I", userName: "U", password, doNotAllowUiSessions: true }));
  }
`;

describe("a process that was told to print everything", () => {
  it("prints no password", async () => {
    const { stdout, stderr } = await promisify(execFile)(
      process.execPath,
      ["--input-type=module-typescript", "--eval", program],
      { env: { DEBUG: "*", NODE_DEBUG: "http,fetch,undici" }, timeout: 60_000 },
    );

    expect(stdout).toMatch(/kind: 'rejected'[\s\S]*kind: 'unknown'/);
    expect(stdout + stderr).not.toContain("canary-7Hq2xZ");
  });
});

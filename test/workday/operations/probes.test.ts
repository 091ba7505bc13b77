import { describe, expect, it } from "vitest";
import { probeOperations } from "../../../src/flows/tenant/tenant.ts";
import { Secret } from "../../../src/secret.ts";
import { operationOfProbe, operations } from "../../../src/workday/operations/operations.ts";
import { aWorkday } from "../support/a-workday.ts";
import { recordingFetch } from "../support/recording-fetch.ts";
import { aFault, aResponse, aValidationFault } from "../support/soap-replies.ts";

const as = { userName: "ISU_Okta", password: new Secret("its-password") };

describe("the operation of a probe", () => {
  it.each(probeOperations)("is %s where that is named", (name) => {
    expect(operationOfProbe(name).name).toBe(name);
    expect(operations).toContain(operationOfProbe(name));
  });
});

describe("a probe", () => {
  it.each([
    ["is answered", aResponse("Get_Workers", ""), { ok: true, value: "answered" }],
    [
      "is not signed on",
      aFault("SOAP-ENV:Client.authenticationError", "invalid username or password"),
      { ok: true, value: "not-signed-on" },
    ],
    [
      "may not ask",
      aFault("SOAP-ENV:Client.processingError", "The task submitted is not authorized."),
      { ok: true, value: "not-authorized" },
    ],
    [
      "is told of an id that nobody sent",
      aValidationFault({
        message: "Invalid ID value. 'x' is not a valid ID value for type = 'WID'",
      }),
      { ok: false, error: { kind: "rejected" } },
    ],
    ["breaks", () => new Response("", { status: 502 }), { ok: false, error: { kind: "unknown" } }],
  ])("that %s says so", async (_what, answer, outcome) => {
    const workday = aWorkday(recordingFetch(answer).fetch);

    expect(await workday.probe(as, "Get_Workers")).toMatchObject(outcome);
  });
});

import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Workday } from "../../../sandbox/workday/workday.ts";
import { anEnvelope, bot, call, post, putUser, user } from "./a-call.ts";
import { aWorkday } from "./a-workday.ts";

let workday: Workday;

beforeEach(async () => {
  workday = await aWorkday();
});

afterEach(() => workday.stop());

const get = "<wd:Get_Integration_System_Users_Request/>";
const badLogin = "invalid username or password";
const notAuthorized = "Processing error occurred. The task submitted is not authorized.";

describe("signing on", () => {
  it.each([
    ["a wrong password", { ...bot, password: "wrong" }],
    ["an unknown user", { ...bot, userName: "ISU_Nobody@acme" }],
    ["another tenant", { ...bot, userName: "ISU_Bot@acme2" }],
    ["no tenant", { ...bot, userName: "ISU_Bot" }],
  ])("refuses %s", async (_why, caller) => {
    const answer = await call(workday, get, caller);

    expect(answer.status).toBe(500);
    expect(answer.fault).toBe(badLogin);
    expect(answer.body).toContain("<faultcode>SOAP-ENV:Client.authenticationError</faultcode>");
    expect(answer.body).not.toContain("<detail>");
  });

  it("splits the tenant off at the last @", async () => {
    const caller = { userName: "ISU_Mail@corp.example@acme", password: "Mail-password-1" };

    const answer = await call(workday, get, caller);

    expect(answer.fault).toBe(notAuthorized);
  });

  it("locks an account after five wrong passwords, without saying so", async () => {
    for (let count = 0; count < 5; count += 1) {
      await call(workday, get, { ...bot, password: `wrong-${count}` });
    }

    const locked = await call(workday, get);
    workday.tenant("acme").unlock("ISU_Bot");
    const unlocked = await call(workday, get);

    expect(locked.fault).toBe(badLogin);
    expect(unlocked.status).toBe(200);
  });

  it("asks for a password digest or no token in vain", async () => {
    const digest = anEnvelope(get).replace("#PasswordText", "#PasswordDigest");
    const none = anEnvelope(get).replace(/<soap:Header>[\s\S]*<\/soap:Header>/, "");

    const answers = await Promise.all(
      [digest, none].map((envelope) => post(workday, "Integrations/v31.2", envelope)),
    );

    expect(answers.map(({ fault }) => fault)).toEqual([badLogin, badLogin]);
  });

  it("refuses an account that must change its password first", async () => {
    const more =
      "<wd:Require_New_Password_At_Next_Sign_In>1</wd:Require_New_Password_At_Next_Sign_In>";
    await call(workday, putUser("INT_Free", user("ISU_New", "New-password-1", more)));

    const caller = { userName: "ISU_New@acme", password: "New-password-1" };
    const answer = await call(workday, get, caller);

    expect(answer.fault).toBe(badLogin);
  });

  it("holds an integration system user to the authentication policy", async () => {
    await workday.stop();
    workday = await aWorkday({ authenticationPolicy: { allowed: ["ISU_Bot"] } });
    const caller = { userName: "ISU_Other@acme", password: "Other-password-1" };
    const tenant = workday.tenant("acme");

    const before = await call(workday, get, caller);
    tenant.perform("manage-authentication-policies", { user: "ISU_Other" }, "ada");
    const pending = await call(workday, get, caller);
    const confirmed = { comment: "Allow ISU_Other", confirm: true };
    tenant.perform("activate-all-pending-authentication-policy-changes", confirmed, "ada");
    const after = await call(workday, get, caller);

    expect([before.fault, pending.fault]).toEqual([badLogin, badLogin]);
    expect(after.fault).toBe(notAuthorized);
  });

  it.each([
    ["another content type", anEnvelope(get), { "content-type": "application/json" }, 415],
    ["a document type", `<!DOCTYPE x>${anEnvelope(get).replace(/^<\?xml.*\?>/, "")}`, {}, 500],
    ["an undeclared prefix", anEnvelope("<x:Get/>"), {}, 500],
    ["two requests at once", anEnvelope(get + get), {}, 500],
    ["a SOAP 1.2 envelope", anEnvelope(get).replace("xmlsoap.org/soap", "w3.org/soap"), {}, 500],
    ["a body of a megabyte", anEnvelope(`<!--${"x".repeat(1_000_000)}-->`), {}, 413],
  ])("refuses %s", async (_why, envelope, headers, status) => {
    const answer = await post(workday, "Integrations/v31.2", envelope, headers);

    expect(answer.status).toBe(status);
  });

  it.each([
    ["Integrations/31.2", get, "Invalid request service version"],
    [
      "Integrations/v31.2",
      '<wd:Get_Integration_System_Users_Request wd:version="v30.0"/>',
      "Invalid request service version",
    ],
    [
      "Integrations/v48.0",
      get,
      "The web service or version is invalid for the requested operation",
    ],
    ["Staffing/v31.2", get, "The web service or version is invalid for the requested operation"],
  ])("refuses %s", async (path, request, fault) => {
    const answer = await post(workday, path, anEnvelope(request));

    expect(answer.fault).toBe(fault);
  });
});

import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Workday } from "../../../sandbox/workday/workday.ts";
import { type Answer, anEnvelope, bot, type Caller, call, post } from "./a-call.ts";
import { aTenant, aWorkday } from "./a-workday.ts";

const start = Date.UTC(2026, 0, 5, 9);
const other: Caller = { userName: "ISU_Other@acme", password: "Other-password-1" };
const users = "<wd:Get_Integration_System_Users_Request/>";

let workday: Workday;
let now = start;

beforeEach(async () => {
  now = start;
  const { domains, groups } = aTenant();
  workday = await aWorkday(
    {
      domains: [...domains, "Workday Account Monitoring"],
      groups: groups.map((group) =>
        group.name === "ISSG_Bot"
          ? { ...group, permissions: { "Workday Account Monitoring": ["Get"] } }
          : group,
      ),
      authenticationPolicy: { allowed: ["ISU_Bot"] },
    },
    () => now,
  );
});

afterEach(() => workday.stop());

function askLog(content = "", caller = bot): Promise<Answer> {
  const request = `<wd:Get_Workday_Account_Signons_Request wd:version="v40.0">${content}</wd:Get_Workday_Account_Signons_Request>`;
  return post(workday, "Identity_Management/v40.0", anEnvelope(request, caller));
}

function between(from: number, to: number): string {
  const moments = [new Date(from), new Date(to)].map((at) => at.toISOString());
  return `<wd:Request_Criteria><wd:From_DateTime>${moments[0]}</wd:From_DateTime><wd:To_DateTime>${moments[1]}</wd:To_DateTime></wd:Request_Criteria>`;
}

function linesIn({ body }: Answer): readonly string[] {
  return [...body.matchAll(/<wd:Workday_Account_Signon>.*?<\/wd:Workday_Account_Signon>/g)].map(
    ([line]) => line,
  );
}

/** What a line says is so. */
function truthsIn(line: string | undefined): readonly string[] {
  return [...(line ?? "").matchAll(/<wd:(\w+)>1<\/wd:/g)].map(([, name = ""]) => name);
}

describe("the log of sign-ons", () => {
  it("holds every attempt of an account, with what became of it and from where", async () => {
    const vendor = { "x-forwarded-for": "203.0.113.7" };
    await post(workday, "Integrations/v31.2", anEnvelope(users, bot), vendor);
    await call(workday, users, { ...other, password: "wrong" });
    await call(workday, users, other);

    const lines = linesIn(await askLog());

    expect(lines[0]).toContain("<wd:Signon_IP_Address>203.0.113.7</wd:Signon_IP_Address>");
    expect(lines[0]).toContain("<wd:Authentication_Channel>Web Services<");
    expect(lines.map(truthsIn)).toEqual([
      ["Successful"],
      ["Failed_Signon", "Invalid_Credentials"],
      ["Failed_Signon", "Invalid_for_Authentication_Policy"],
      // Asking for the log is a sign-on as well.
      ["Successful"],
    ]);
  });

  it("tells a locked account from a wrong password", async () => {
    for (let count = 0; count < 6; count += 1) {
      await call(workday, users, { ...other, password: "wrong" });
    }

    const lines = linesIn(await askLog());

    expect(truthsIn(lines[4])).toContain("Invalid_Credentials");
    expect(truthsIn(lines[5])).toEqual(["Failed_Signon", "Account_Disabled_or_Expired"]);
  });

  it("leaves out a name that no account has", async () => {
    await call(workday, users, { userName: "ISU_Nobody@acme", password: "x" });

    expect(linesIn(await askLog())).toHaveLength(1);
  });

  it("is of the time that is asked for, and of what was entered by then", async () => {
    await call(workday, users);
    now = start + 60_000;
    await call(workday, users);
    now = start + 120_000;

    const first = await askLog(between(start, start + 59_000));
    const entered = `${between(start, now)}<wd:Response_Filter><wd:As_Of_Entry_DateTime>${new Date(start).toISOString()}</wd:As_Of_Entry_DateTime></wd:Response_Filter>`;

    expect(linesIn(first)).toHaveLength(1);
    expect(linesIn(await askLog(entered))).toHaveLength(1);
  });

  it("comes page by page", async () => {
    for (let count = 0; count < 3; count += 1) await call(workday, users);

    const filter =
      "<wd:Response_Filter><wd:Page>2</wd:Page><wd:Count>2</wd:Count></wd:Response_Filter>";
    const answer = await askLog(between(start, start) + filter);

    expect(linesIn(answer)).toHaveLength(2);
    expect(answer.body).toContain("<wd:Total_Pages>2</wd:Total_Pages>");
  });

  it.each([
    [
      "criteria by account",
      "<wd:Request_Criteria><wd:User_Name>x</wd:User_Name></wd:Request_Criteria>",
    ],
    ["a moment that is none", between(start, start).replaceAll("T09", " 09")],
    ["references", "<wd:Request_References/>"],
  ])("refuses %s", async (_what, content) => {
    expect((await askLog(content)).fault).toContain("Validation error occurred.");
  });

  it("is kept from whoever may not read it", async () => {
    const worker = { userName: "lmcneil@acme", password: "Worker-password-1" };

    expect((await askLog("", worker)).fault).toBe(
      "Processing error occurred. The task submitted is not authorized.",
    );
  });
});

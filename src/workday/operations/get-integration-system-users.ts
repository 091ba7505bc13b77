import { z } from "zod";
import type { Fault } from "../../flows/model/fault.ts";
import type { IntegrationSystemUser } from "../../flows/ports/ports.ts";
import { err, ok, type Result } from "../../result.ts";
import { type Element, toReference, toResponseFilter } from "../fields/element.ts";
import { listOf, Reference, Text } from "../fields/reply-parts.ts";
import type { Failure } from "../wire/faults.ts";
import type { Call } from "../wire/soap.ts";
import { unreadable } from "../wire/unreadable.ts";
import type { Credentials } from "../wire/username-token.ts";
import { readPages } from "./read-pages.ts";
import { toShownTokens, WebServiceSecurity } from "./web-service-security.ts";

const Reply = z.object({
  Response_Data: z
    .object({
      Integration_System_User: listOf(
        z.object({
          Integration_System_Reference: Reference,
          Integration_System_User_Data: z.object({
            User_Name: Text,
            Do_Not_Allow_UI_Sessions: Text,
            Session_Timeout_Minutes: Text,
            Require_New_Password_At_Next_Sign_In: Text,
            Web_Service_Security_Configuration_Data: WebServiceSecurity,
          }),
        }),
      ),
    })
    .nullish(),
});

/** The most that one page may hold. */
const pageSize = 999;

export function toGetIntegrationSystemUsersRequest(page: number, count: number): Element {
  return { Response_Filter: toResponseFilter(page, count) };
}

/**
 * Reads the user of one integration system: Workday allows one.
 *
 * @returns `undefined` where the system has no user, or does not exist
 * @see Workday Integrations v31.2, Get_Integration_System_Users
 */
export async function findUserOfSystem(
  call: Call,
  as: Credentials,
  systemId: string,
): Promise<Result<IntegrationSystemUser | undefined, Fault>> {
  const reference = toReference("Integration_System_ID", systemId);
  const request = { Request_References: { Integration_System_Reference: reference } };
  const answer = await call({ operation: "Get_Integration_System_Users", request }, as);
  if (!answer.ok) {
    return answer.error.reason === "invalid-id" ? ok(undefined) : err(answer.error.fault);
  }
  const users = fromReply(answer.value);
  if (!users.ok) return users;
  const [first] = users.value;
  if (first === undefined) return ok(undefined);
  return first.systemId === systemId ? ok(first) : err(unreadable("Get_Integration_System_Users"));
}

/**
 * Asks for users by account name. An account that exists and hangs on no integration system gives an empty
 * list, a name that no account has the failure `invalid-id`.
 *
 * @see Workday Integrations v31.2, Get_Integration_System_Users
 */
export async function readUsersByName(
  call: Call,
  as: Credentials,
  userName: string,
): Promise<Result<readonly IntegrationSystemUser[], Failure>> {
  const reference = toReference("WorkdayUserName", userName);
  const request = { Integration_System_Request_Criteria: { System_User_Reference: reference } };
  const answer = await call({ operation: "Get_Integration_System_Users", request }, as);
  if (!answer.ok) return answer;
  const users = fromReply(answer.value);
  return users.ok ? users : err({ reason: "other", fault: users.error });
}

/**
 * Reads every user that hangs on an integration system, page by page.
 * @see Workday Integrations v31.2, Get_Integration_System_Users
 */
export async function listIntegrationSystemUsers(
  call: Call,
  as: Credentials,
): Promise<Result<readonly IntegrationSystemUser[], Fault>> {
  const operation = "Get_Integration_System_Users";
  const pages = await readPages((page) =>
    call({ operation, request: toGetIntegrationSystemUsersRequest(page, pageSize) }, as),
  );
  if (!pages.ok) return pages;
  const users: IntegrationSystemUser[] = [];
  for (const page of pages.value) {
    const read = fromReply(page);
    if (!read.ok) return read;
    users.push(...read.value);
  }
  return ok(users);
}

function fromReply(response: object): Result<readonly IntegrationSystemUser[], Fault> {
  const parsed = Reply.safeParse(response);
  if (!parsed.success) return err(unreadable("Get_Integration_System_Users"));
  const users: IntegrationSystemUser[] = [];
  for (const item of parsed.data.Response_Data?.Integration_System_User ?? []) {
    const systemWid = item.Integration_System_Reference.get("WID");
    const systemId = item.Integration_System_Reference.get("Integration_System_ID");
    const data = item.Integration_System_User_Data;
    const userName = data.User_Name;
    if (systemWid === undefined || systemId === undefined || userName === "") {
      return err(unreadable("Get_Integration_System_Users"));
    }
    users.push({ systemId, systemWid, userName, ...toSettings(data) });
  }
  return ok(users);
}

type Settings = Omit<IntegrationSystemUser, "systemId" | "systemWid" | "userName">;

/** What the reply says of the account. A setting that it does not say is left out, not guessed. */
function toSettings(data: {
  readonly Do_Not_Allow_UI_Sessions: string;
  readonly Session_Timeout_Minutes: string;
  readonly Require_New_Password_At_Next_Sign_In: string;
  readonly Web_Service_Security_Configuration_Data: z.infer<typeof WebServiceSecurity>;
}): Settings {
  const isClosed = truths[data.Do_Not_Allow_UI_Sessions];
  const minutes = data.Session_Timeout_Minutes;
  const mustChange = truths[data.Require_New_Password_At_Next_Sign_In];
  const tokens = toShownTokens(data.Web_Service_Security_Configuration_Data);
  return {
    ...(isClosed !== undefined && { doNotAllowUiSessions: isClosed }),
    ...(/^\d+$/.test(minutes) && { sessionTimeoutMinutes: Number(minutes) }),
    ...(mustChange !== undefined && { requireNewPassword: mustChange }),
    ...(tokens !== undefined && { tokens }),
  };
}

/** The ways in which XML Schema writes a boolean. */
const truths: Readonly<Record<string, boolean>> = { 1: true, 0: false, true: true, false: false };

import { z } from "zod";
import type { Fault } from "../../flows/model/fault.ts";
import type { PutUserReply, UserSettings } from "../../flows/ports/ports.ts";
import type { AccountReferences } from "../../flows/request/event.ts";
import { err, ok, type Result } from "../../result.ts";
import type { Secret } from "../../secret.ts";
import { type Element, toReference } from "../fields/element.ts";
import { Reference } from "../fields/reply-parts.ts";
import { quoteForeign } from "../wire/foreign-text.ts";
import type { Call } from "../wire/soap.ts";
import { unreadable } from "../wire/unreadable.ts";
import type { Credentials } from "../wire/username-token.ts";
import { toWebServiceSecurity } from "./web-service-security.ts";

const Reply = z.object({
  Integration_System_Reference: Reference,
  Integration_System_User_Reference: Reference,
});

/**
 * Creates or updates the user of one integration system, **and sets its password either way**.
 *
 * Safe to repeat with the same password. `sessionTimeoutMinutes` is 0 or 6 to 999 here; the tenant's own
 * maximum is Workday's to hold. On `unknown` the tenant may hold the change already.
 *
 * @see Workday Integrations v31.2, Put_Integration_System_User
 */
export async function putIntegrationSystemUser(
  call: Call,
  as: Credentials,
  user: UserSettings,
): Promise<Result<PutUserReply, Fault>> {
  const refused = refuseTimeout(user.sessionTimeoutMinutes);
  if (refused !== undefined) return err(refused);
  const operation = "Put_Integration_System_User";
  const secrets = user.password === "generated" ? [] : [user.password];
  const answer = await call({ operation, request: toRequest(user), secrets }, as);
  return answer.ok ? fromReply(answer.value, [...secrets, as.password]) : err(answer.error.fault);
}

function refuseTimeout(minutes: number | undefined): Fault | undefined {
  const isAllowed =
    minutes === undefined ||
    minutes === 0 ||
    (Number.isInteger(minutes) && minutes > 5 && minutes <= 999);
  if (isAllowed) return undefined;
  const words = "Session timeout minutes must be 0, or a whole number from 6 to 999.";
  return { kind: "rejected", outside: "Workday", field: "sessionTimeoutMinutes", words };
}

function toRequest(user: UserSettings): Element {
  return {
    Integration_System_Reference: toSystemReference(user),
    Integration_System_User_Data: {
      User_Name: user.userName,
      ...toPassword(user.password),
      Require_New_Password_At_Next_Sign_In: user.requireNewPassword ?? false,
      Session_Timeout_Minutes: user.sessionTimeoutMinutes,
      Do_Not_Allow_UI_Sessions: user.doNotAllowUiSessions,
      Web_Service_Security_Configuration_Data: toWebServiceSecurity(user.tokens),
    },
  };
}

function toSystemReference({ systemId, systemWid }: UserSettings): Element {
  return systemWid === undefined
    ? toReference("Integration_System_ID", systemId)
    : toReference("WID", systemWid);
}

/** One of the two: the schema has a choice here. */
function toPassword(password: UserSettings["password"]): Element {
  return password === "generated"
    ? { Generate_Random_Password: true }
    : { Password: password.reveal() };
}

function fromReply(response: object, secrets: readonly Secret[]): Result<PutUserReply, Fault> {
  const parsed = Reply.safeParse(response);
  const systemWid = parsed.data?.Integration_System_Reference.get("WID");
  const userWid = parsed.data?.Integration_System_User_Reference.get("WID");
  if (parsed.data === undefined || systemWid === undefined || userWid === undefined) {
    return err(unreadable("Put_Integration_System_User"));
  }
  const references = {
    system: toIds(parsed.data.Integration_System_Reference, secrets),
    user: toIds(parsed.data.Integration_System_User_Reference, secrets),
  };
  return ok({ systemWid, userWid, references });
}

/** More ids than the schema has types are not kept, nor any that could quote a secret. */
const mostIds = 6;

function toIds(
  reference: ReadonlyMap<string, string>,
  secrets: readonly Secret[],
): AccountReferences["user"] {
  return [...reference].slice(0, mostIds).flatMap(([rawType, rawId]) => {
    const type = quoteForeign(rawType, secrets);
    const id = quoteForeign(rawId, secrets);
    return type === undefined || id === undefined ? [] : [{ type, id }];
  });
}

import { z } from "zod";
import type { IntegrationSystemUser } from "../../flows/ports/workday.ts";
import { err, ok } from "../../result.ts";
import { type Element, toReference, toResponseFilter } from "../fields/element.ts";
import type { Operation, Parsed, Probing } from "../fields/operation.ts";
import { listOf, Reference, Text, truths } from "../fields/reply-parts.ts";
import { toShownTokens, WebServiceSecurity } from "../fields/web-service-security.ts";
import { responseFilterType, systemReferencesType, toReferenceType } from "../wsdl/types.ts";

const requestType = `<xsd:complexType name="Get_Integration_System_Users_RequestType"><xsd:sequence>
<xsd:element name="Request_References" type="wd:Integration_System_Request_ReferencesType" minOccurs="0"/>
<xsd:element name="Integration_System_Request_Criteria" type="wd:Integration_System_User_CriteriaType" minOccurs="0"/>
<xsd:element name="Response_Filter" type="wd:Response_FilterType" minOccurs="0"/>
</xsd:sequence><xsd:attribute name="version" type="xsd:string"/></xsd:complexType>
<xsd:complexType name="Integration_System_User_CriteriaType"><xsd:sequence>
<xsd:element name="System_User_Reference" type="wd:System_UserObject" minOccurs="0" maxOccurs="unbounded"/>
</xsd:sequence></xsd:complexType>`;

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

type Asked =
  | { readonly page: number }
  | { readonly systemId: string }
  | { readonly userName: string };

/**
 * Reads the users of integration systems: one page of all, the user of one system (Workday allows one), or
 * those of one account name. An account that exists and hangs on no integration system gives an empty list,
 * a name that no account has the failure `invalid-id`. That *Integration Security* guards it is what vendors
 * and practitioners write.
 *
 * @see Workday Integrations v31.2, Get_Integration_System_Users
 */
export const getIntegrationSystemUsers: Probing<
  Operation<Asked, readonly IntegrationSystemUser[]>
> = {
  service: "Integrations",
  name: "Get_Integration_System_Users",
  needs: "Get on the domain Integration Security",
  types: [
    requestType,
    systemReferencesType,
    responseFilterType,
    toReferenceType("Integration_System__Audited_Object"),
    toReferenceType("System_UserObject"),
  ],
  toRequest,
  parse,
  probe: { Response_Filter: toResponseFilter(1, 1) },
};

function toRequest(asked: Asked): Element {
  if ("page" in asked) return { Response_Filter: toResponseFilter(asked.page, pageSize) };
  if ("systemId" in asked) {
    const system = toReference("Integration_System_ID", asked.systemId);
    return { Request_References: { Integration_System_Reference: system } };
  }
  const user = toReference("WorkdayUserName", asked.userName);
  return { Integration_System_Request_Criteria: { System_User_Reference: user } };
}

function parse(reply: object): Parsed<readonly IntegrationSystemUser[]> {
  const parsed = Reply.safeParse(reply);
  if (!parsed.success) return err("unreadable");
  const users: IntegrationSystemUser[] = [];
  for (const item of parsed.data.Response_Data?.Integration_System_User ?? []) {
    const systemWid = item.Integration_System_Reference.get("WID");
    const systemId = item.Integration_System_Reference.get("Integration_System_ID");
    const data = item.Integration_System_User_Data;
    const userName = data.User_Name;
    if (systemWid === undefined || systemId === undefined || userName === "") {
      return err("unreadable");
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

import { z } from "zod";
import type { Fault } from "../../flows/model/fault.ts";
import type { PutUserReply, UserSettings } from "../../flows/ports/workday.ts";
import type { AccountReferences } from "../../flows/request/step-facts.ts";
import { err, ok } from "../../result.ts";
import type { Secret } from "../../secret.ts";
import { type Element, toReference } from "../fields/element.ts";
import type { Operation, Parsed } from "../fields/operation.ts";
import { Reference } from "../fields/reply-parts.ts";
import { toWebServiceSecurity } from "../fields/web-service-security.ts";
import { quoteForeign } from "../wire/foreign-text.ts";
import { toReferenceType } from "../wsdl/types.ts";

const requestType = `<xsd:complexType name="Put_Integration_System_User_RequestType"><xsd:sequence>
<xsd:element name="Integration_System_Reference" type="wd:Integration_System__Audited_Object" minOccurs="0"/>
<xsd:element name="Integration_System_User_Data" type="wd:Integration_System_User_DataType" minOccurs="0"/>
</xsd:sequence><xsd:attribute name="version" type="xsd:string"/></xsd:complexType>
<xsd:complexType name="Integration_System_User_DataType"><xsd:sequence>
<xsd:element name="Integration_System_Reference" type="wd:Integration_System__Audited_Object" minOccurs="0"/>
<xsd:element name="User_Name" type="xsd:string" minOccurs="0"/>
<xsd:choice>
<xsd:element name="Password" type="xsd:string" minOccurs="0"/>
<xsd:element name="Generate_Random_Password" type="xsd:boolean" minOccurs="0"/>
</xsd:choice>
<xsd:element name="Require_New_Password_At_Next_Sign_In" type="xsd:boolean" minOccurs="0"/>
<xsd:element name="Session_Timeout_Minutes" type="xsd:decimal" minOccurs="0"/>
<xsd:element name="Do_Not_Allow_UI_Sessions" type="xsd:boolean" minOccurs="0"/>
<xsd:element name="Web_Service_Security_Configuration_Data" type="wd:Web_Service_Security_Configuration_DataType" minOccurs="0" maxOccurs="unbounded"/>
</xsd:sequence></xsd:complexType>
<xsd:complexType name="Web_Service_Security_Configuration_DataType"><xsd:sequence>
<xsd:element name="Enable_x509_Token_Authentication" type="xsd:boolean" minOccurs="0"/>
<xsd:element name="X509_Public_Key_Reference" type="wd:x509_Public_KeyObject" minOccurs="0"/>
<xsd:element name="Enable_SAML_Authentication" type="xsd:boolean" minOccurs="0"/>
<xsd:element name="SAML_Issuer" type="xsd:string" minOccurs="0"/>
<xsd:element name="Identity_Provider_Public_Key_Reference" type="wd:x509_Public_KeyObject" minOccurs="0"/>
<xsd:element name="Holder-of-Key_Public_Key_Reference" type="wd:x509_Public_KeyObject" minOccurs="0"/>
</xsd:sequence></xsd:complexType>`;

const Reply = z.object({
  Integration_System_Reference: Reference,
  Integration_System_User_Reference: Reference,
});

/**
 * Creates or updates the user of one integration system, **and sets its password either way**, unless that is unchanged.
 *
 * Safe to repeat with the same password. `sessionTimeoutMinutes` is 0 or 6 to 999 here; the tenant's own
 * maximum is Workday's to hold. On `unknown` the tenant may hold the change already. That *Integration
 * Security* guards it is what vendors and practitioners write.
 *
 * @see Workday Integrations v31.2, Put_Integration_System_User
 */
export const putIntegrationSystemUser: Operation<UserSettings, PutUserReply> = {
  service: "Integrations",
  name: "Put_Integration_System_User",
  needs: "Put on the domain Integration Security",
  types: [
    requestType,
    toReferenceType("Integration_System__Audited_Object"),
    toReferenceType("x509_Public_KeyObject"),
  ],
  refuse: ({ sessionTimeoutMinutes }) => refuseTimeout(sessionTimeoutMinutes),
  toRequest,
  secretsIn: ({ password }) => (typeof password === "string" ? [] : [password]),
  parse: (reply, { secrets }) => parse(reply, secrets),
};

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
      Require_New_Password_At_Next_Sign_In:
        user.requireNewPassword ?? (user.password === "unchanged" ? undefined : false),
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

/** One of the two, or neither: the schema has a choice here, of elements that may be left out. */
function toPassword(password: UserSettings["password"]): Element {
  if (password === "unchanged") return {};
  return password === "generated"
    ? { Generate_Random_Password: true }
    : { Password: password.reveal() };
}

function parse(reply: object, secrets: readonly Secret[]): Parsed<PutUserReply> {
  const parsed = Reply.safeParse(reply);
  const systemWid = parsed.data?.Integration_System_Reference.get("WID");
  const userWid = parsed.data?.Integration_System_User_Reference.get("WID");
  if (parsed.data === undefined || systemWid === undefined || userWid === undefined) {
    return err("unreadable");
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

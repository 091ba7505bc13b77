import { z } from "zod";
import { instant } from "../../flows/model/ids.ts";
import type { LoggedSignOn, TimeSpan } from "../../flows/model/sign-on-log.ts";
import { truncate } from "../../flows/text/truncate.ts";
import { err, ok } from "../../result.ts";
import type { Secret } from "../../secret.ts";
import { type Element, toResponseFilter } from "../fields/element.ts";
import { addressIn, readMoment } from "../fields/log-parts.ts";
import type { Operation, Parsed } from "../fields/operation.ts";
import { listOf, Text, truths } from "../fields/reply-parts.ts";
import { quoteForeign } from "../wire/foreign-text.ts";
import { responseFilterType } from "../wsdl/types.ts";

const requestType = `<xsd:complexType name="Get_Workday_Account_Signons_RequestType"><xsd:sequence>
<xsd:element name="Request_Criteria" type="wd:Workday_Account_Signons_CriteriaType" minOccurs="0"/>
<xsd:element name="Response_Filter" type="wd:Response_FilterType" minOccurs="0"/>
</xsd:sequence><xsd:attribute name="version" type="xsd:string"/></xsd:complexType>
<xsd:complexType name="Workday_Account_Signons_CriteriaType"><xsd:sequence>
<xsd:element name="From_DateTime" type="xsd:dateTime" minOccurs="0"/>
<xsd:element name="To_DateTime" type="xsd:dateTime" minOccurs="0"/>
</xsd:sequence></xsd:complexType>`;

const SignOn = z.object({
  Signon_DateTime: Text,
  User_Name: Text,
  Successful: Text,
  Failed_Signon: Text,
  Account_Disabled_or_Expired: Text,
  Invalid_for_Authentication_Policy: Text,
  Invalid_for_Authentication_Channel: Text,
  Required_Password_Change: Text,
  Invalid_Credentials: Text,
  Signon_IP_Address: Text,
  Authentication_Channel: Text,
  Authentication_Type: Text,
});

const Reply = z.object({
  Response_Data: z.object({ Workday_Account_Signon: listOf(SignOn) }).nullish(),
});

/** The most that one page may hold. */
const pageSize = 999;

/**
 * Reads one page of the log of sign-ons within a time, of every account of the tenant: the criteria know no account.
 * Whether a version before v37 has it, and which of the two domains guards it, is an inference: nobody tried.
 *
 * @see Workday Identity_Management v37 to v40, Get_Workday_Account_Signons, as a vendor's collector reads it
 */
export const getWorkdayAccountSignons: Operation<
  TimeSpan & { readonly page: number },
  readonly LoggedSignOn[]
> = {
  service: "Identity_Management",
  name: "Get_Workday_Account_Signons",
  needs: "Get on the domain Workday Account Monitoring or System Auditing",
  types: [requestType, responseFilterType],
  toRequest,
  parse,
};

function toRequest({ from, to, page }: TimeSpan & { readonly page: number }): Element {
  return {
    Request_Criteria: { From_DateTime: write(from), To_DateTime: write(to) },
    Response_Filter: toResponseFilter(page, pageSize),
  };
}

function write(at: number): string {
  return new Date(at).toISOString();
}

function parse(
  reply: object,
  { secrets }: { readonly secrets: readonly Secret[] },
): Parsed<readonly LoggedSignOn[]> {
  const parsed = Reply.safeParse(reply);
  if (!parsed.success) return err("unreadable");
  const signOns: LoggedSignOn[] = [];
  for (const line of parsed.data.Response_Data?.Workday_Account_Signon ?? []) {
    // Somebody who typed no name is nobody's account.
    if (line.User_Name === "") continue;
    const read = toSignOn(line, secrets);
    if (read === undefined) return err("unreadable");
    signOns.push(read);
  }
  return ok(signOns);
}

/** `undefined` for a line that says neither when it was nor whether somebody got in. */
function toSignOn(
  line: z.infer<typeof SignOn>,
  secrets: readonly Secret[],
): LoggedSignOn | undefined {
  const at = readMoment(line.Signon_DateTime);
  const outcome = toOutcome(line);
  if (at === undefined || outcome === undefined) return undefined;
  return {
    userName: line.User_Name,
    at: instant(at),
    outcome,
    address: addressIn(line.Signon_IP_Address),
    channel: quote(line.Authentication_Channel, secrets),
    // Compared and never shown: hidden for sharing a word with a password, it would say nothing.
    type: truncate(line.Authentication_Type, 100),
  };
}

function quote(text: string, secrets: readonly Secret[]): string {
  return truncate(quoteForeign(text, secrets) ?? "", 100);
}

/** A lock stands before a wrong password, since the right one would not help. */
function toOutcome(line: z.infer<typeof SignOn>): LoggedSignOn["outcome"] | undefined {
  const isIn = truths[line.Successful];
  const isRefused = truths[line.Failed_Signon];
  if (isIn === undefined && isRefused === undefined) return undefined;
  if (isIn !== false && isRefused !== true) return "signed-on";
  const reasons = [
    ["locked-or-expired", line.Account_Disabled_or_Expired],
    ["authentication-policy", line.Invalid_for_Authentication_Policy],
    ["channel", line.Invalid_for_Authentication_Channel],
    ["new-password-required", line.Required_Password_Change],
    ["wrong-password", line.Invalid_Credentials],
  ] as const;
  return reasons.find(([, said]) => truths[said] === true)?.[0] ?? "unsaid";
}

import { findAccount } from "../accounts.ts";
import { childOf, childText } from "../soap/read.ts";
import { sequence, value, versionAttribute } from "../soap/shape.ts";
import { leaf, tag, type XmlElement } from "../soap/xml.ts";
import type { SignOn, TenantState } from "../state.ts";
import { getResponse, responseFilter } from "./get-request.ts";
import type { Operation, OperationCall } from "./operation.ts";
import { renderReference } from "./references.ts";

/**
 * Lists the sign-ons and attempts of the tenant's accounts within a time, oldest first. The order, and which of the two
 * domains opens it, are guesses.
 *
 * @see Workday Identity_Management v37 to v40, Get_Workday_Account_Signons
 */
export const getWorkdayAccountSignons: Operation = {
  service: "Identity_Management",
  name: "Get_Workday_Account_Signons",
  access: "Get",
  domains: ["Workday Account Monitoring", "System Auditing"],
  request: sequence(
    "Get_Workday_Account_Signons_Request",
    [
      sequence("Request_Criteria", [
        value("From_DateTime", "dateTime"),
        value("To_DateTime", "dateTime"),
      ]),
      responseFilter,
    ],
    [versionAttribute],
  ),
  perform: (call, request) =>
    getResponse(call, request, {
      instances: listWithin(call.state, request),
      render: (signOn) => render(call, signOn),
    }),
};

function listWithin(state: TenantState, request: XmlElement): readonly SignOn[] {
  const criteria = childOf(request, "Request_Criteria");
  const from = momentOf(criteria, "From_DateTime") ?? Number.NEGATIVE_INFINITY;
  const to = momentOf(criteria, "To_DateTime") ?? Number.POSITIVE_INFINITY;
  const entered = momentOf(childOf(request, "Response_Filter"), "As_Of_Entry_DateTime");
  const until = Math.min(to, entered ?? to);
  return state.signOns.filter(
    ({ userName, at }) => at >= from && at <= until && findAccount(state, userName) !== undefined,
  );
}

function momentOf(element: XmlElement | undefined, name: string): number | undefined {
  const text = childText(element, name);
  return text === undefined ? undefined : Date.parse(text);
}

function render(call: OperationCall, signOn: SignOn): string {
  const { userName, at, ok, refusal } = signOn;
  const account = findAccount(call.state, userName);
  return tag("Workday_Account_Signon", [
    leaf("Signon_DateTime", new Date(at).toISOString()),
    leaf("User_Name", account?.userName ?? userName),
    leaf("Successful", ok),
    leaf("Failed_Signon", !ok),
    leaf("Invalid_Credentials", refusal === "wrong-password"),
    leaf("Password_Changed", false),
    leaf("Signon_IP_Address", signOn.address),
    leaf("Authentication_Channel", signOn.channel),
    leaf("Authentication_Type", signOn.type),
    account === undefined
      ? ""
      : renderReference(call, "Workday_Account_Reference", {
          descriptor: account.userName,
          ids: [
            ["WID", account.wid],
            ["WorkdayUserName", account.userName],
          ],
        }),
    leaf("Invalid_for_Authentication_Channel", false),
    leaf("Invalid_for_Authentication_Policy", refusal === "authentication-policy"),
    leaf("Required_Password_Change", refusal === "new-password-required"),
    leaf("Account_Disabled_or_Expired", refusal === "locked"),
    leaf("Tenant_Access_Read_Only", false),
  ]);
}

import { findUserOf } from "../accounts.ts";
import { childOf, childrenOf, resolveReference } from "../soap/read.ts";
import { many, reference, sequence } from "../soap/shape.ts";
import { leaf, tag, type XmlElement } from "../soap/xml.ts";
import type { Account, TenantState, WebServiceSecurity } from "../state.ts";
import { getRequest, getResponse } from "./get-request.ts";
import type { Operation, OperationCall } from "./operation.ts";
import {
  findIntegrationSystem,
  findSystemUser,
  integrationSystemIds,
  renderIntegrationSystem,
  systemUserIds,
} from "./references.ts";
import { renderWebServiceSecurity } from "./web-service-security.ts";

/**
 * Lists users tied to an integration system; one that hangs on none is not listed.
 *
 * @see Workday Integrations v31.2, Get_Integration_System_Users
 */
export const getIntegrationSystemUsers: Operation = {
  service: "Integrations",
  name: "Get_Integration_System_Users",
  access: "Get",
  domains: ["Integration Security"],
  request: getRequest("Get_Integration_System_Users", {
    reference: "Integration_System_Reference",
    types: integrationSystemIds,
    criteria: sequence("Integration_System_Request_Criteria", [
      many(reference("System_User_Reference", systemUserIds)),
    ]),
  }),
  perform(call, request) {
    return getResponse(call, request, {
      instances: askedFor(call.state, request).filter(
        ({ integrationSystem }) => integrationSystem !== undefined,
      ),
      render: (account) => render(call, account),
    });
  },
};

function askedFor(state: TenantState, request: XmlElement): Account[] {
  const systems = childrenOf(
    childOf(request, "Request_References"),
    "Integration_System_Reference",
  );
  const users = childrenOf(
    childOf(request, "Integration_System_Request_Criteria"),
    "System_User_Reference",
  );
  if (systems.length + users.length === 0) return [...state.accounts.values()];
  const ofSystems = systems.flatMap((entry) => {
    const system = resolveReference(entry, (type, id) => findIntegrationSystem(state, type, id));
    return system === undefined ? [] : (findUserOf(state, system.id) ?? []);
  });
  const named = users.flatMap(
    (entry) => resolveReference(entry, (type, id) => findSystemUser(state, type, id)) ?? [],
  );
  return [...ofSystems, ...named];
}

function render(call: OperationCall, account: Account): string {
  const system = call.state.integrationSystems.get(account.integrationSystem ?? "");
  const systemReference = system === undefined ? "" : renderIntegrationSystem(call, system);
  return tag("Integration_System_User", [
    systemReference,
    tag("Integration_System_User_Data", [
      systemReference,
      leaf("User_Name", account.userName),
      leaf("Require_New_Password_At_Next_Sign_In", account.requireNewPassword),
      leaf("Session_Timeout_Minutes", account.sessionTimeoutMinutes),
      leaf("Do_Not_Allow_UI_Sessions", account.doNotAllowUiSessions),
      ...securityOf(account).map((settings) => renderWebServiceSecurity(call, settings)),
    ]),
  ]);
}

/** Whether Workday shows a configuration in which nothing is on, or leaves it out, is not documented: it is shown. */
function securityOf({ webServiceSecurity }: Account): readonly Partial<WebServiceSecurity>[] {
  return webServiceSecurity.length === 0 ? [{ x509: false, saml: false }] : webServiceSecurity;
}

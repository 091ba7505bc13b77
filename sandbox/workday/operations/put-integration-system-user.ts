import {
  addAccount,
  findAccount,
  findUserOf,
  meetsPasswordRules,
  putPassword,
  randomPassword,
} from "../accounts.ts";
import { childOf, childrenOf, childText, flagOf, refusal, resolveReference } from "../soap/read.ts";
import { choice, reference, sequence, value, versionAttribute } from "../soap/shape.ts";
import { tag, type XmlElement } from "../soap/xml.ts";
import type { Account, IntegrationSystem, TenantState, WebServiceSecurity } from "../state.ts";
import type { Operation } from "./operation.ts";
import {
  findIntegrationSystem,
  integrationSystemIds,
  renderIntegrationSystem,
  renderSystemUser,
} from "./references.ts";
import { readWebServiceSecurity, webServiceSecurityShape } from "./web-service-security.ts";

const messages = {
  system:
    "An Integration System reference must be supplied when creating/updating an Integration System User",
  userName: "A User Name is required when creating or updating an Integration System User.",
  password: "Password is required when creating a new Workday Account.",
  rules: "The password does not meet password requirements.",
  taken:
    "System User to be assigned to an Integration System must not be a Worker or Implementer, nor may it already be associated with a different Integration System. Either choose another System User or create a new one.",
};

/**
 * Creates or updates the user of one integration system. Like the real one it is
 * an upsert: a password for an account that exists replaces the one it had.
 *
 * @see Workday Integrations v31.2, Put_Integration_System_User
 */
export const putIntegrationSystemUser: Operation = {
  service: "Integrations",
  name: "Put_Integration_System_User",
  access: "Put",
  domains: ["Integration Security"],
  request: sequence(
    "Put_Integration_System_User_Request",
    [
      reference("Integration_System_Reference", integrationSystemIds),
      sequence("Integration_System_User_Data", [
        reference("Integration_System_Reference", integrationSystemIds),
        value("User_Name"),
        choice(value("Password"), value("Generate_Random_Password", "boolean")),
        value("Require_New_Password_At_Next_Sign_In", "boolean"),
        value("Session_Timeout_Minutes", "decimal(3,0)"),
        value("Do_Not_Allow_UI_Sessions", "boolean"),
        webServiceSecurityShape,
      ]),
    ],
    [versionAttribute],
  ),
  perform(call, request) {
    const { state } = call;
    const change = readChange(state, request);
    const account = store(state, change);
    return tag(
      "Put_Integration_System_User_Response",
      [renderIntegrationSystem(call, change.system), renderSystemUser(call, account)],
      { version: call.version },
    );
  },
};

interface Change {
  readonly system: IntegrationSystem;
  readonly userName: string;
  readonly account: Account | undefined;
  readonly password: string | undefined;
  readonly requireNewPassword: boolean | undefined;
  readonly sessionTimeoutMinutes: number | undefined;
  readonly doNotAllowUiSessions: boolean | undefined;
  readonly webServiceSecurity: readonly WebServiceSecurity[];
}

function readChange(state: TenantState, request: XmlElement): Change {
  const data = childOf(request, "Integration_System_User_Data") ?? request;
  const system = systemOf(state, request, data);
  if (system === undefined) throw refusal(request, messages.system);
  const userName = childText(data, "User_Name");
  if (userName === undefined) throw refusal(data, messages.userName);
  const account = findAccount(state, userName);
  if (!mayBeUserOf(state, account, system)) throw refusal(data, messages.taken);
  const password = passwordOf(state, data);
  if (account === undefined && password === undefined) throw refusal(data, messages.password);
  return {
    system,
    userName,
    account,
    password,
    requireNewPassword: flagOf(data, "Require_New_Password_At_Next_Sign_In"),
    sessionTimeoutMinutes: sessionTimeoutOf(state, data),
    doNotAllowUiSessions: flagOf(data, "Do_Not_Allow_UI_Sessions"),
    webServiceSecurity: childrenOf(data, "Web_Service_Security_Configuration_Data").map((entry) =>
      readWebServiceSecurity(state, entry, account?.webServiceSecurity ?? []),
    ),
  };
}

/** The system may be named beside the data, inside it, or both times the same. */
function systemOf(
  state: TenantState,
  request: XmlElement,
  data: XmlElement,
): IntegrationSystem | undefined {
  const [outer, inner] = [request, data].map((place) =>
    resolveReference(childOf(place, "Integration_System_Reference"), (type, id) =>
      findIntegrationSystem(state, type, id),
    ),
  );
  if (outer !== undefined && inner !== undefined && outer !== inner) {
    throw refusal(data, messages.taken);
  }
  return outer ?? inner;
}

/** A system has one user, and a user one system. */
function mayBeUserOf(
  state: TenantState,
  account: Account | undefined,
  system: IntegrationSystem,
): boolean {
  const present = findUserOf(state, system.id);
  if (present !== undefined) return present === account;
  return (
    account === undefined || (account.kind === "isu" && account.integrationSystem === undefined)
  );
}

function passwordOf(state: TenantState, data: XmlElement): string | undefined {
  const password = childText(data, "Password");
  if (password !== undefined && !meetsPasswordRules(password, state.definition.passwordRules)) {
    throw refusal(childOf(data, "Password") ?? data, messages.rules);
  }
  return flagOf(data, "Generate_Random_Password") === true ? randomPassword() : password;
}

function sessionTimeoutOf(state: TenantState, data: XmlElement): number | undefined {
  const text = childText(data, "Session_Timeout_Minutes");
  if (text === undefined) return undefined;
  const minutes = Number(text);
  const max = state.definition.maxSessionTimeoutMinutes ?? 720;
  const standard = state.definition.defaultSessionTimeoutMinutes ?? 30;
  if (minutes === 0 || (minutes > 5 && minutes <= max)) return minutes;
  const message = `Session Timeout Minutes must be greater than 5 and less than or equal to ${max}. The default value is ${standard}.`;
  throw refusal(data, message);
}

function store(state: TenantState, change: Change): Account {
  const { userName, password, system } = change;
  const definition = { userName, password: "", kind: "isu" as const, integrationSystem: system.id };
  const account = change.account ?? addAccount(state, definition);
  account.integrationSystem = system.id;
  account.requireNewPassword = change.requireNewPassword ?? account.requireNewPassword;
  account.sessionTimeoutMinutes = change.sessionTimeoutMinutes ?? account.sessionTimeoutMinutes;
  account.doNotAllowUiSessions = change.doNotAllowUiSessions ?? account.doNotAllowUiSessions;
  if (change.webServiceSecurity.length > 0) {
    const isOne = state.definition.hasOneSecurityConfiguration === true;
    account.webServiceSecurity = change.webServiceSecurity.slice(isOne ? -1 : 0);
  }
  if (password !== undefined) putPassword(state, account, password);
  state.changed();
  return account;
}

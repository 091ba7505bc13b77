import { childOf, childText, flagOf, resolveReference, validationError } from "../soap/read.ts";
import { type ValidationError, validationFault } from "../soap/service-fault.ts";
import { type ElementShape, many, reference, sequence, value } from "../soap/shape.ts";
import { leaf, tag, type XmlElement } from "../soap/xml.ts";
import { type TenantState, type WebServiceSecurity, widOf } from "../state.ts";
import type { OperationCall } from "./operation.ts";
import { renderReference } from "./references.ts";

const keyIds = ["WID", "Certificate_ID"];

export const webServiceSecurityShape: ElementShape = many(
  sequence("Web_Service_Security_Configuration_Data", [
    value("Enable_x509_Token_Authentication", "boolean"),
    reference("X509_Public_Key_Reference", keyIds),
    value("Enable_SAML_Authentication", "boolean"),
    value("SAML_Issuer"),
    reference("Identity_Provider_Public_Key_Reference", keyIds),
    reference("Holder-of-Key_Public_Key_Reference", keyIds),
  ]),
);

/**
 * Reads one security configuration of an account. One that the account has may be switched off, unless the tenant refuses
 * that: the rule speaks of a new configuration only, and what Workday makes of one that is there nobody has tried.
 *
 * @param before the account's configurations until now
 * @throws ServiceFault in the words of the operation's page
 * @see Workday Integrations v31.2, Web_Service_Security_Configuration_Data
 */
export function readWebServiceSecurity(
  state: TenantState,
  data: XmlElement,
  before: readonly WebServiceSecurity[],
): WebServiceSecurity {
  const settings: WebServiceSecurity = {
    x509: flagOf(data, "Enable_x509_Token_Authentication") ?? false,
    x509Key: keyOf(state, data, "X509_Public_Key_Reference"),
    saml: flagOf(data, "Enable_SAML_Authentication") ?? false,
    samlIssuer: childText(data, "SAML_Issuer"),
    identityProviderKey: keyOf(state, data, "Identity_Provider_Public_Key_Reference"),
    holderOfKeyKey: keyOf(state, data, "Holder-of-Key_Public_Key_Reference"),
  };
  const isKept = state.definition.refusesSignOnOff !== true && isThere(settings, before);
  const errors = problemsOf(settings, data, isKept);
  if (errors.length > 0) throw validationFault(errors);
  return settings;
}

/** By its keys: a configuration has no id of its own. */
function isThere(
  { x509Key, identityProviderKey }: WebServiceSecurity,
  before: readonly WebServiceSecurity[],
): boolean {
  return before.some(
    (one) =>
      (x509Key !== undefined && one.x509Key === x509Key) ||
      (identityProviderKey !== undefined && one.identityProviderKey === identityProviderKey),
  );
}

function problemsOf(
  settings: WebServiceSecurity,
  data: XmlElement,
  isKept: boolean,
): ValidationError[] {
  const rules: readonly [isBroken: boolean, message: string][] = [
    [
      !isKept && !settings.x509 && !settings.saml,
      "Either setting X509 Token Authentication or SAML Token Authentication is required when setting up a new Web Service Security Configuration. If neither of these options is set, this element data is not required.",
    ],
    [
      settings.x509 && settings.x509Key === undefined,
      "X509 Public Key is required when X509 Token Authentication is enabled.",
    ],
    [
      settings.saml && settings.samlIssuer === undefined,
      "An identifier of the SAML Identity Provider is required when SAML authentication is enabled.",
    ],
    [
      settings.saml && settings.identityProviderKey === undefined,
      "An x509 Certificate Reference is needed to Enable SAML Access.",
    ],
  ];
  return rules
    .filter(([isBroken]) => isBroken)
    .map(([, message]) => validationError(data, message));
}

function keyOf(state: TenantState, data: XmlElement, name: string): string | undefined {
  const keys = state.definition.certificates ?? [];
  return resolveReference(childOf(data, name), (type, id) =>
    keys.find((key) => (type === "WID" ? widOfKey(state, key) : key) === id),
  );
}

function widOfKey(state: TenantState, key: string): string {
  return widOf(state.definition.name, "certificate", key);
}

export function renderWebServiceSecurity(
  call: OperationCall,
  settings: Partial<WebServiceSecurity>,
): string {
  return tag("Web_Service_Security_Configuration_Data", [
    leaf("Enable_x509_Token_Authentication", settings.x509),
    renderKey(call, "X509_Public_Key_Reference", settings.x509Key),
    leaf("Enable_SAML_Authentication", settings.saml),
    leaf("SAML_Issuer", settings.samlIssuer),
    renderKey(call, "Identity_Provider_Public_Key_Reference", settings.identityProviderKey),
    renderKey(call, "Holder-of-Key_Public_Key_Reference", settings.holderOfKeyKey),
  ]);
}

function renderKey(call: OperationCall, name: string, key: string | undefined): string {
  if (key === undefined) return "";
  return renderReference(call, name, {
    descriptor: key,
    ids: [
      ["WID", widOfKey(call.state, key)],
      ["Certificate_ID", key],
    ],
  });
}

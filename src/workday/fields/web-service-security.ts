import { z } from "zod";
import type { ObservedTokenSignOn, ObservedTokens } from "../../flows/model/account-settings.ts";
import type {
  KeyReference,
  SecurityConfiguration,
  TokenSignOn,
} from "../../flows/model/sign-on.ts";
import { type Element, toReference } from "./element.ts";
import { listOf, Reference, Text } from "./reply-parts.ts";

/**
 * The configurations of one account, with those elements only that are on, or off and named; `undefined` where there is
 * none.
 *
 * @see Workday Integrations v31.2, Web_Service_Security_Configuration_Data
 */
export function toWebServiceSecurity(
  tokens: readonly SecurityConfiguration[] | undefined,
): readonly Element[] | undefined {
  if (tokens === undefined || tokens.length === 0) return undefined;
  return tokens.map(({ x509, saml, off = {} }) => ({
    ...toX509(x509 ?? off.x509, x509 !== undefined),
    ...toSaml(saml ?? off.saml, saml !== undefined),
  }));
}

function toX509(x509: TokenSignOn["x509"], isOn: boolean): Element {
  if (x509 === undefined) return {};
  return {
    Enable_x509_Token_Authentication: isOn,
    X509_Public_Key_Reference: toKeyReference(x509.key),
  };
}

function toSaml(saml: TokenSignOn["saml"], isOn: boolean): Element {
  if (saml === undefined) return {};
  return {
    Enable_SAML_Authentication: isOn,
    SAML_Issuer: saml.issuer,
    Identity_Provider_Public_Key_Reference: toKeyReference(saml.identityProviderKey),
    ...(saml.holderOfKeyKey && {
      "Holder-of-Key_Public_Key_Reference": toKeyReference(saml.holderOfKeyKey),
    }),
  };
}

function toKeyReference({ type, id }: KeyReference): Element {
  return toReference(type, id);
}

const Key = Reference.nullish()
  .catch(undefined)
  .transform((ids): readonly KeyReference[] =>
    (["WID", "Certificate_ID"] as const).flatMap((type) => {
      const id = ids?.get(type);
      return id === undefined ? [] : [{ type, id }];
    }),
  );

/** The configurations in a Get's reply. */
export const WebServiceSecurity = listOf(
  z.object({
    Enable_x509_Token_Authentication: Text,
    X509_Public_Key_Reference: Key,
    Enable_SAML_Authentication: Text,
    SAML_Issuer: Text,
    Identity_Provider_Public_Key_Reference: Key,
    "Holder-of-Key_Public_Key_Reference": Key,
  }),
);

/** What is on, and what is off and has a key or an issuer; `undefined` where the reply names no configuration. */
export function toShownTokens(
  shown: z.infer<typeof WebServiceSecurity>,
): readonly ObservedTokenSignOn[] | undefined {
  if (shown.length === 0) return undefined;
  return shown.map(toTokens).filter((one) => Object.keys(one).length > 0);
}

function toTokens(one: z.infer<typeof WebServiceSecurity>[number]): ObservedTokenSignOn {
  const x509 = { key: one.X509_Public_Key_Reference };
  const saml = {
    issuer: one.SAML_Issuer,
    identityProviderKey: one.Identity_Provider_Public_Key_Reference,
    holderOfKeyKey: one["Holder-of-Key_Public_Key_Reference"],
  };
  const isX509On = isTrue(one.Enable_x509_Token_Authentication);
  const isSamlOn = isTrue(one.Enable_SAML_Authentication);
  const isSamlNamed = saml.issuer !== "" || saml.identityProviderKey.length > 0;
  const off: ObservedTokens = {
    ...(!isX509On && x509.key.length > 0 && { x509 }),
    ...(!isSamlOn && isSamlNamed && { saml }),
  };
  return {
    ...(isX509On && { x509 }),
    ...(isSamlOn && { saml }),
    ...(Object.keys(off).length > 0 && { off }),
  };
}

function isTrue(text: string): boolean {
  return text === "true" || text === "1";
}

import { z } from "zod";
import type { KeyReference, TokenSignOn } from "../../flows/model/sign-on.ts";
import type { ObservedTokenSignOn } from "../../flows/ports/workday.ts";
import { type Element, toReference } from "./element.ts";
import { listOf, Reference, Text } from "./reply-parts.ts";

/**
 * The configuration of one account, with those elements only that were asked for; `undefined` where none was.
 *
 * @see Workday Integrations v31.2, Web_Service_Security_Configuration_Data
 */
export function toWebServiceSecurity(tokens: TokenSignOn | undefined): Element | undefined {
  if (tokens === undefined) return undefined;
  const { x509, saml } = tokens;
  return {
    ...(x509 && {
      Enable_x509_Token_Authentication: true,
      X509_Public_Key_Reference: toKeyReference(x509.key),
    }),
    ...(saml && {
      Enable_SAML_Authentication: true,
      SAML_Issuer: saml.issuer,
      Identity_Provider_Public_Key_Reference: toKeyReference(saml.identityProviderKey),
      ...(saml.holderOfKeyKey && {
        "Holder-of-Key_Public_Key_Reference": toKeyReference(saml.holderOfKeyKey),
      }),
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

/** What is switched on, nothing where all of it is off; `undefined` where the reply names no configuration. */
export function toShownTokens(
  shown: z.infer<typeof WebServiceSecurity>,
): readonly ObservedTokenSignOn[] | undefined {
  if (shown.length === 0) return undefined;
  return shown.map(toTokens).filter(({ x509, saml }) => x509 !== undefined || saml !== undefined);
}

function toTokens(one: z.infer<typeof WebServiceSecurity>[number]): ObservedTokenSignOn {
  return {
    ...(isTrue(one.Enable_x509_Token_Authentication) && {
      x509: { key: one.X509_Public_Key_Reference },
    }),
    ...(isTrue(one.Enable_SAML_Authentication) && {
      saml: {
        issuer: one.SAML_Issuer,
        identityProviderKey: one.Identity_Provider_Public_Key_Reference,
        holderOfKeyKey: one["Holder-of-Key_Public_Key_Reference"],
      },
    }),
  };
}

function isTrue(text: string): boolean {
  return text === "true" || text === "1";
}

import type { KeyReference, TokenSignOn } from "../model/sign-on.ts";
import type { ObservedTokenSignOn } from "./workday.ts";

/** A configuration as it would be put again, so that a password is put without switching it off. */
export function toTokens({ x509, saml }: ObservedTokenSignOn): TokenSignOn {
  const key = x509 && toKey(x509.key);
  const identityProviderKey = saml && toKey(saml.identityProviderKey);
  const holderOfKeyKey = saml && toKey(saml.holderOfKeyKey);
  return {
    ...(key && { x509: { key } }),
    ...(saml &&
      identityProviderKey && {
        saml: {
          issuer: saml.issuer,
          identityProviderKey,
          ...(holderOfKeyKey && { holderOfKeyKey }),
        },
      }),
  };
}

/** A key has an id of each kind, and the WID is the one that cannot be given anew. */
function toKey(ids: readonly KeyReference[]): KeyReference | undefined {
  return ids.find(({ type }) => type === "WID") ?? ids[0];
}

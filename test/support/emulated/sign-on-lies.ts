import type { WebServiceSecurity } from "../../../sandbox/workday/state.ts";
import { type Lie, toAccount } from "./lie.ts";

const off: WebServiceSecurity = {
  x509: false,
  x509Key: undefined,
  saml: false,
  samlIssuer: undefined,
  identityProviderKey: undefined,
  holderOfKeyKey: undefined,
};

const strange: readonly (readonly [what: string, changes: Partial<WebServiceSecurity>])[] = [
  ["x509 with another key", { x509: true, x509Key: "Other_Key" }],
  [
    "SAML of another issuer",
    { saml: true, samlIssuer: "https://other", identityProviderKey: "IdP_Key" },
  ],
  [
    "SAML with another key of the identity provider",
    {
      saml: true,
      samlIssuer: "https://idp.example",
      identityProviderKey: "Other_Key",
      holderOfKeyKey: "Holder_Key",
    },
  ],
  [
    "SAML for another key's holder",
    {
      saml: true,
      samlIssuer: "https://idp.example",
      identityProviderKey: "IdP_Key",
      holderOfKeyKey: "Other_Key",
    },
  ],
];

/** How the account signs on, beside its password. */
export const signOnLies: readonly Lie[] = [
  ...strange.flatMap(([what, changes]): Lie[] => [
    {
      fact: /^token-sign-on$/,
      what: `${what} beside what is there`,
      tell: toAccount((account) => {
        account.webServiceSecurity = [...account.webServiceSecurity, { ...off, ...changes }];
      }),
    },
    {
      fact: /^token-sign-on$/,
      what: `${what} in place of what is there`,
      tell: toAccount((account) => {
        account.webServiceSecurity = [{ ...off, ...changes }];
      }),
    },
  ]),
  {
    fact: /^policy$/,
    what: "the authentication policy names it still",
    kinds: ["retire"],
    tell: toAccount(({ userName }, { authenticationPolicy }) =>
      authenticationPolicy?.allowed.add(userName.toLowerCase()),
    ),
  },
];

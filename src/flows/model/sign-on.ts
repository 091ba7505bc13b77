/** An x509 public key that exists in the tenant, by one of its two kinds of id. */
export interface KeyReference {
  readonly type: "WID" | "Certificate_ID";
  readonly id: string;
}

/**
 * Signing on with a token in place of a password.
 *
 * @see Workday Integrations v31.2, Web_Service_Security_Configuration_Data
 */
export interface TokenSignOn {
  /** Absent: x509 token authentication is not asked for. */
  readonly x509?: { readonly key: KeyReference };
  /** Absent: SAML token authentication is not asked for. */
  readonly saml?: {
    readonly issuer: string;
    readonly identityProviderKey: KeyReference;
    readonly holderOfKeyKey?: KeyReference;
  };
}

/**
 * One security configuration of an account as it is put: what is on, and what is off in it with the keys that it has. A
 * put that did not name what is off might leave it on.
 */
export interface SecurityConfiguration extends TokenSignOn {
  /** Absent: nothing is named. */
  readonly off?: TokenSignOn;
}

/** How the new account signs on, where that is not simply a password of the bot's in Key Vault. */
export interface SignOn extends TokenSignOn {
  /** More configurations beside the first, such as a second key while a vendor changes over. Absent: none. */
  readonly furtherTokens?: readonly TokenSignOn[];
  /** `workday`: a random one (Generate_Random_Password) that nobody ever knows. Absent: the bot. */
  readonly passwordFrom?: "bot" | "workday";
  /** Absent: no. */
  readonly requireNewPassword?: boolean;
  /** Absent: no. `false` stands where the tenant's own answer is yes. */
  readonly exemptFromPasswordExpiry?: boolean;
}

/** How the account signs on, as it stands in the form, which holds it once somebody asked for more settings. */
export interface RawSignOn {
  readonly passwordFrom: "bot" | "workday";
  readonly requireNewPassword: boolean;
  readonly exemptFromPasswordExpiry: boolean;
  readonly x509: boolean;
  readonly x509Key: string;
  readonly saml: boolean;
  readonly samlIssuer: string;
  readonly identityProviderKey: string;
  readonly holderOfKeyKey: string;
}

/** What the further settings begin with: what holds where nobody asks for them. */
export const plainSignOn: RawSignOn = {
  passwordFrom: "bot",
  requireNewPassword: false,
  exemptFromPasswordExpiry: false,
  x509: false,
  x509Key: "",
  saml: false,
  samlIssuer: "",
  identityProviderKey: "",
  holderOfKeyKey: "",
};

/** What a guide may say of how its account signs on. */
interface GuideOnSignOn {
  readonly exemptFromPasswordExpiry?: boolean;
  readonly requireNewPassword?: boolean;
  readonly x509?: object;
  readonly saml?: object;
}

/**
 * The further settings as a guide asks for them, `undefined` where it asks for none. A key and an issuer are the tenant's,
 * so they are left to be typed.
 *
 * @param isExempt the tenant's answer where the guide says nothing of password expiration
 */
export function toAskedSignOn(guide: GuideOnSignOn, isExempt = false): RawSignOn | undefined {
  const asked = {
    exemptFromPasswordExpiry: guide.exemptFromPasswordExpiry === true,
    requireNewPassword: guide.requireNewPassword === true,
    x509: guide.x509 !== undefined,
    saml: guide.saml !== undefined,
  };
  if (!Object.values(asked).includes(true)) return undefined;
  const exempt = asked.exemptFromPasswordExpiry || isExempt;
  return { ...plainSignOn, ...asked, exemptFromPasswordExpiry: exempt };
}

/** The part about tokens, or `undefined` where neither x509 nor SAML is asked for. */
export function findTokens({ x509, saml }: TokenSignOn): TokenSignOn | undefined {
  if (x509 === undefined && saml === undefined) return undefined;
  return { ...(x509 && { x509 }), ...(saml && { saml }) };
}

/** Every configuration in which something is on, the first one first. */
export function listTokenSignOns(signOn: SignOn): readonly TokenSignOn[] {
  const first = findTokens(signOn);
  return [...(first === undefined ? [] : [first]), ...(signOn.furtherTokens ?? [])];
}

/** The further settings as they would be typed; `undefined` where none differs from the plain ones. */
export function toRawSignOn(signOn: SignOn): RawSignOn | undefined {
  const { passwordFrom = "bot", requireNewPassword = false, x509, saml } = signOn;
  const { exemptFromPasswordExpiry: exempt } = signOn;
  const isPlain = passwordFrom === "bot" && !requireNewPassword && exempt === undefined;
  if (isPlain && findTokens(signOn) === undefined) return undefined;
  return {
    ...plainSignOn,
    passwordFrom,
    requireNewPassword,
    exemptFromPasswordExpiry: exempt === true,
    ...(x509 && { x509: true, x509Key: x509.key.id }),
    ...(saml && toRawSaml(saml)),
  };
}

function toRawSaml(saml: NonNullable<SignOn["saml"]>): Partial<RawSignOn> {
  const { issuer: samlIssuer, identityProviderKey, holderOfKeyKey } = saml;
  return {
    saml: true,
    samlIssuer,
    identityProviderKey: identityProviderKey.id,
    ...(holderOfKeyKey && { holderOfKeyKey: holderOfKeyKey.id }),
  };
}

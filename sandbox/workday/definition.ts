/** What a permission lets its holder do: the integration grid has Get and Put, the task grid View and Modify. */
export type Access = "Get" | "Put" | "View" | "Modify";

export type AccountKind = "isu" | "worker" | "implementer";

export interface PasswordRules {
  readonly minLength: number;
  readonly maxLength?: number;
  readonly upper: boolean;
  readonly lower: boolean;
  readonly digit: boolean;
  readonly special: boolean;
}

export interface AccountDefinition {
  readonly userName: string;
  readonly password: string;
  readonly kind: AccountKind;
  /** The id of the integration system the account hangs on. */
  readonly integrationSystem?: string;
  /** From password expiration. Left out: no. */
  readonly isExempt?: boolean;
  /** The day on which it expires, such as `2031-12-31`. Left out: never. */
  readonly expiresOn?: string;
}

interface GroupDefinition {
  readonly name: string;
  readonly members: readonly string[];
  /** Domain security policy → what the group may do there, all of it active from the start. */
  readonly permissions: Readonly<Record<string, readonly Access[]>>;
}

/** How a tenant answers WQL. */
interface WqlDefinition {
  /** Fine: what is pending change by change, and permissions by access. Coarse: policies and groups alone. */
  readonly grain: "fine" | "coarse";
  /** Sources, by alias, that are not listed to the client. Left out: none. */
  readonly without?: readonly string[];
  /** What the client may not see, and is answered without. Left out: nothing. */
  readonly hides?: "own-group" | "policies" | "processes" | "members" | "own-account";
}

interface ApiClientDefinition {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly refreshTokens: readonly { readonly token: string; readonly userName: string }[];
}

/** A tenant as it stands when the emulator starts. */
export interface TenantDefinition {
  readonly name: string;
  /** Left out: at least 8 characters with all four classes. */
  readonly passwordRules?: PasswordRules;
  /** Left out: 720. */
  readonly maxSessionTimeoutMinutes?: number;
  /** Left out: 30. */
  readonly defaultSessionTimeoutMinutes?: number;
  /** The newest service version the tenant knows. Left out: "v47.0". */
  readonly newestVersion?: string;
  readonly accounts: readonly AccountDefinition[];
  readonly groups: readonly GroupDefinition[];
  /** The names of the domain security policies. */
  readonly domains: readonly string[];
  /** By domain, what its policy holds besides permissions: notes, and subpolicies as XML. Left out: nothing. */
  readonly policies?: Readonly<
    Record<
      string,
      { readonly disabled: string; readonly notes: string; readonly subpolicies: string }
    >
  >;
  readonly integrationSystems: readonly { readonly id: string; readonly name: string }[];
  /** Activations of the past, oldest first; left out: none. A return needs one to return to. */
  readonly timestamps?: readonly {
    readonly comment: string;
    readonly by: string;
    readonly at: number;
  }[];
  /** Names of the integration templates. */
  readonly templates: readonly string[];
  /** The custom reports that exist; left out: none. */
  readonly reports?: readonly string[];
  /** The account that owns the reports; left out: the first integration system user. */
  readonly reportOwner?: string;
  /** When present, an integration system user not listed cannot sign on. */
  readonly authenticationPolicy?: { readonly allowed: readonly string[] };
  /** `Certificate_ID`s of x509 public keys that exist. */
  readonly certificates?: readonly string[];
  /** The certificates themselves, in PEM, by Certificate ID: only what is here can sign on. */
  readonly certificatePems?: Readonly<Record<string, string>>;
  /** It refuses to switch off x509 and SAML of an account by its web service. */
  readonly refusesSignOnOff?: boolean;
  /** It keeps one security configuration an account: the last that is put. */
  readonly hasOneSecurityConfiguration?: boolean;
  readonly learningTopics?: readonly string[];
  /** Titles of learning content. Left out: none. */
  readonly learningContent?: readonly string[];
  /** Security segments that Workday brings along, beside those of Learning. Left out: none. */
  readonly securitySegments?: readonly { readonly name: string; readonly type: string }[];
  /** What constrained groups can be constrained to. Left out: none. */
  readonly organizations?: readonly { readonly name: string; readonly type: string }[];
  readonly apiClients?: readonly ApiClientDefinition[];
  /** Left out: the tenant answers no WQL. */
  readonly wql?: WqlDefinition;
  /** Whether *Enable User Activity Logging* is on. */
  readonly logsUserActivity?: true;
}

interface RunnerOptions {
  /** The bot's key, by which the runner knows its requests. */
  readonly botPublicKey: string;
  /** Signs the runner's answers. */
  readonly privateKey: string;
  readonly port?: number;
  /** How many looks at a task answer "running" before its outcome shows. Left out: none. */
  readonly delayPolls?: number;
}

export interface WorkdayOptions {
  readonly port?: number;
  readonly now?: () => number;
  readonly tenants: readonly TenantDefinition[];
  readonly runner?: RunnerOptions;
}

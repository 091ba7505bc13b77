/** What the bot would like to see by WQL, each in place of a custom report of that name. */
export const things = [
  "pendingDomainPolicies",
  "pendingBusinessProcessPolicies",
  "securityGroups",
  "groupPermissions",
  "accounts",
] as const;

export type Thing = (typeof things)[number];

/** Workday's own words for the type of a field, in lower case. */
type FieldType =
  | "single instance"
  | "self referencing instance"
  | "multi-instance"
  | "text"
  | "boolean"
  | "date"
  | "numeric";

export interface WantedField {
  /** As the report's column is called that it is in place of; of permissions, the access. */
  readonly column: string;
  /** Aliases that are looked for, unless the configuration names one. */
  readonly aliases: readonly string[];
  /** What it may be: one of several values would be told from the rest by nobody. */
  readonly types: readonly FieldType[];
  /** It only shows whether rows are hidden; absent: no. */
  readonly isWitness?: true;
  /** A report shows it always: without the field a report that there is goes before WQL. Absent: no. */
  readonly isInReport?: true;
}

export interface Wanted {
  /** The first of these that the tenant has. */
  readonly sources: readonly string[];
  /** What a row is about. The field of a source that refers to the row itself will do. */
  readonly subject: WantedField;
  /** Without one of these a row says that there is something, and not what. */
  readonly needed: readonly WantedField[];
  /** Read where they are there. */
  readonly besides: readonly WantedField[];
}

const one = ["single instance", "self referencing instance", "text"] as const;
const many = ["multi-instance"] as const;

/** The maker, and which group may do what. */
const changed = [
  { column: "Security_Group", aliases: ["securityGroup"], types: one },
  { column: "Change", aliases: ["change"], types: one },
  { column: "Changed_By", aliases: ["changedBy"], types: one },
];

/**
 * Sources and fields by alias. The sources and the fields of security groups were recorded from a real tenant, but for the
 * one that names the groups which include a group. That one and the fields of the others are inferences: nobody has seen
 * them, and the configuration can name a tenant's own.
 */
export const wanted: Readonly<Record<Thing, Wanted>> = {
  pendingDomainPolicies: {
    sources: ["domainSecurityPoliciesWithPendingChanges"],
    subject: { column: "Domain_Security_Policy", aliases: ["domainSecurityPolicy"], types: one },
    needed: [...changed, { column: "Access", aliases: ["access"], types: one }],
    besides: [],
  },
  pendingBusinessProcessPolicies: {
    sources: ["businessProcessSecurityPoliciesWithPendingChanges"],
    subject: {
      column: "Business_Process_Security_Policy",
      aliases: ["businessProcessSecurityPolicy"],
      types: one,
    },
    needed: [...changed, { column: "Action", aliases: ["action"], types: one }],
    besides: [],
  },
  securityGroups: {
    sources: ["allSecurityGroups", "securityGroups"],
    subject: { column: "Security_Group", aliases: ["securityGroup"], types: one },
    needed: [
      { column: "Member", aliases: ["members"], types: many },
      { column: "Inactive", aliases: ["inactive"], types: ["boolean"] },
    ],
    besides: [
      { column: "Kind", aliases: ["type"], types: one },
      { column: "Members", aliases: ["membershipCount"], types: ["numeric"], isWitness: true },
      {
        column: "Domains",
        aliases: ["domainsGrantedToSecurityGroup"],
        types: many,
        isWitness: true,
      },
      { column: "Processes", aliases: ["businessProcessTypesGrantedToSecurityGroup"], types: many },
      {
        column: "Initiates",
        aliases: ["businessProcessTypesGrantedToSecurityGroup_InitiateAccess"],
        types: many,
      },
      { column: "Administered_By", aliases: ["administeredBySecurityGroups"], types: many },
      { column: "Included_In", aliases: ["includedInSecurityGroups"], types: many },
    ],
  },
  groupPermissions: {
    sources: ["allDomainSecurityPolicies", "domainSecurityPolicies"],
    subject: { column: "Domain_Security_Policy", aliases: ["domainSecurityPolicy"], types: one },
    needed: [
      { column: "Get", aliases: ["securityGroups_GetAccess"], types: many },
      { column: "Put", aliases: ["securityGroups_PutAccess"], types: many },
      { column: "View", aliases: ["securityGroups_ViewAccess"], types: many },
      { column: "Modify", aliases: ["securityGroups_ModifyAccess"], types: many },
    ],
    besides: [{ column: "Disabled", aliases: ["disabled"], types: ["boolean"], isInReport: true }],
  },
  accounts: {
    sources: ["allWorkdayAccounts"],
    subject: { column: "User", aliases: ["workdayAccount"], types: one },
    needed: [
      { column: "Locked", aliases: ["accountLocked"], types: ["boolean"] },
      { column: "Disabled", aliases: ["accountDisabled"], types: ["boolean"] },
      { column: "Expires", aliases: ["accountExpirationDate"], types: ["date"] },
    ],
    besides: [
      {
        column: "New_Password",
        aliases: ["requireNewPasswordAtNextSignIn"],
        types: ["boolean"],
      },
    ],
  },
};

import { z } from "zod";
import { mostProcesses } from "./flows/model/business-process.ts";
import { isSameName } from "./flows/model/names.ts";
import { accesses } from "./flows/model/permissions.ts";
import { groupTypes } from "./flows/tenant/recipe.ts";
import { OneLine, requirements, Words } from "./recipe-requirements.ts";

const Domain = OneLine.max(150);
const Domains = z.array(Domain).max(60).default([]);
const Access = z.enum(accesses);

/** Slack shows no longer text for a choice. */
const ChosenDomain = OneLine.max(75);

const Optional = z.strictObject({
  domain: ChosenDomain.describe("A domain security policy, as the guide spells it."),
  access: Access,
  why: OneLine.max(150).describe("What it is for: the form shows it beside the domain."),
});

const Open = z.strictObject({
  domain: ChosenDomain.describe("A domain security policy, as the guide spells it."),
  accesses: z
    .array(Access)
    .min(2)
    .refine((named) => new Set(named).size === named.length, { error: "each access once" })
    .describe("What it may be. The requester has to choose."),
});

const BusinessProcess = z.strictObject({
  policy: Domain.describe("The business process, as its policy is named."),
  action: Domain.exactOptional().describe("The initiating web-service action, where one is named."),
  service: z
    .enum(["web", "rest"])
    .exactOptional()
    .describe(
      "Whose initiating action it is: a web service's, or a REST service's. Without it: web.",
    ),
  optional: Words.exactOptional().describe("Why it is optional. Without it, it is needed."),
});

const ApiClient = z.strictObject({
  task: z
    .enum(["Register API Client for Integrations", "Register API Client"])
    .default("Register API Client for Integrations")
    .describe("The Workday task that makes it."),
  name: Domain.exactOptional().describe("The client's name, where the guide gives one."),
  grant: Domain.exactOptional().describe("The grant type, such as SAML Bearer Grant."),
  nonExpiringRefreshTokens: z.boolean().default(false).describe("Refresh tokens never expire."),
  functionalAreas: z.array(Domain).max(60).default([]).describe("Scopes, by functional area."),
  includeWorkdayOwnedScope: z.boolean().default(false).describe("Include Workday Owned Scope."),
  optional: Words.exactOptional().describe("Why it is optional. Without it, it is needed."),
});

const Segments = z.strictObject({
  by: Words.describe("What the access is segmented by, such as learning topics."),
  optional: Words.exactOptional().describe("Why it is optional. Without it, it is needed."),
});

const SignOn = z.strictObject({
  tasks: z.array(Words).max(20).default([]).describe("The guide's Workday tasks, in their order."),
});

const AuthenticationPolicy = z.strictObject({
  allowedTypes: z
    .array(Domain)
    .max(10)
    .default([])
    .describe("Allowed authentication types, such as User Name Password."),
  note: Words.exactOptional().describe("What else the guide says of it."),
});

const Permissions = z
  .strictObject({ Get: Domains, Put: Domains, View: Domains, Modify: Domains })
  .describe("Domain security policies that every customer of the vendor needs, by access.");

/** A recipe's file. `docs/reference/recipe.schema.json` is made from it. */
export const RecipeFile = z
  .strictObject({
    vendor: OneLine.max(60).describe("The vendor and product, as the vendor spells them."),
    source: z.string().min(1).max(300).describe("The vendor's guide, by its public title."),
    url: z
      .url({ protocol: /^https$/, error: "an address that begins with https://" })
      .max(500)
      .exactOptional()
      .describe("The guide's public address, where there is one."),
    date: z.iso.date().describe("The guide's own date, or the day its facts were written down."),
    incomplete: z
      .string()
      .min(1)
      .max(500)
      .exactOptional()
      .describe("What of the guide is not known; chooser, form and plan warn of it."),
    userName: z.string().max(100).exactOptional().describe("The account's name in the guide."),
    groupName: z.string().max(150).exactOptional().describe("The group's name in the guide."),
    groupTypes: z
      .array(z.enum(groupTypes))
      .min(1)
      .exactOptional()
      .describe(
        "Kinds of security group that the guide allows. Without unconstrained, the form asks for a constrained one.",
      ),
    requireNewPassword: z
      .boolean()
      .exactOptional()
      .describe("Require New Password at Next Sign In, where the guide says something of it."),
    sessionTimeoutMinutes: z
      .int()
      .min(0)
      .max(999)
      .exactOptional()
      .describe("0 is sent as 0; without it the tenant's default holds."),
    doNotAllowUiSessions: z
      .boolean()
      .default(true)
      .describe("Do Not Allow UI Sessions: the account cannot be used in a browser."),
    permissions: Permissions,
    optional: z
      .array(Optional)
      .max(200)
      .exactOptional()
      .describe("Domains for a part of the product only. The form offers them, unchecked."),
    open: z
      .array(Open)
      .max(20)
      .exactOptional()
      .describe("Domains for which the guide does not say which access."),
    businessProcesses: z
      .array(BusinessProcess)
      .max(60)
      .exactOptional()
      .describe("Web-service actions that the user has to be allowed to initiate."),
    apiClient: ApiClient.exactOptional().describe("An API client that the vendor needs."),
    segments: Segments.exactOptional().describe(
      "Access by segments that the guide asks for: /workday-isu segments does it afterwards.",
    ),
    x509: SignOn.exactOptional().describe(
      "X.509 token authentication, which the form asks for then, and the guide's tasks.",
    ),
    saml: SignOn.exactOptional().describe(
      "SAML token authentication, which the form asks for then, and the guide's tasks.",
    ),
    authenticationPolicy: AuthenticationPolicy.exactOptional().describe(
      "What the guide asks of the tenant's authentication policy.",
    ),
    exemptFromPasswordExpiry: z
      .boolean()
      .exactOptional()
      .describe("System Users exempt from password expiration, in Maintain Password Rules."),
    furtherTasks: z
      .array(Words)
      .max(20)
      .exactOptional()
      .describe("What else the guide asks for, each after 'The guide also asks for'."),
    notes: z.array(Words).max(20).exactOptional().describe("What a reader should know."),
    ...requirements,
  })
  .superRefine(({ businessProcesses = [] }, issues) => {
    const needed = businessProcesses.filter(({ optional }) => optional === undefined).length;
    if (needed > mostProcesses)
      issues.addIssue({
        code: "custom",
        path: ["businessProcesses"],
        message: `${mostProcesses} that are needed at most: mark others as optional`,
      });
  })
  .superRefine(checkDates)
  .superRefine(({ permissions, optional = [], open = [] }, issues) => {
    const seen = accesses.flatMap((access) =>
      permissions[access].map((domain) => ({ domain, access })),
    );
    for (const [index, one] of optional.entries()) {
      if (seen.some((other) => other.access === one.access && isSameName(other.domain, one.domain)))
        issues.addIssue({ code: "custom", path: ["optional", index], message: named });
      seen.push(one);
    }
    for (const [index, { domain }] of open.entries()) {
      const before = [...seen, ...open.slice(0, index)];
      if (before.some((other) => isSameName(other.domain, domain)))
        issues.addIssue({ code: "custom", path: ["open", index], message: named });
    }
  });

/** Nobody looked at a guide before it was written. */
function checkDates(
  { date, lookedAt = date }: { readonly date: string; readonly lookedAt?: string | undefined },
  issues: z.core.$RefinementCtx,
): void {
  if (lookedAt < date)
    issues.addIssue({
      code: "custom",
      path: ["lookedAt"],
      message: "a day that is not before `date`",
    });
}

const named = "a domain that is not named above already";

export type RecipeFile = z.infer<typeof RecipeFile>;

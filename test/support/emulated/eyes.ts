import type { Fault } from "../../../src/flows/model/fault.ts";
import type { TenantContext } from "../../../src/flows/ports/deps.ts";
import type { Request } from "../../../src/flows/request/request.ts";
import { ok } from "../../../src/result.ts";
import { createWorkday } from "../../../src/workday/workday.ts";
import { reports, toOptions, wql } from "./emulated-tenant.ts";

interface Open {
  readonly place: TenantContext;
  /** Origin of the tenant's services. */
  readonly url: string;
}

/** One way of the bot's to see a part of the tenant. */
export interface Eye {
  readonly name: string;
  readonly close: (open: Open) => TenantContext;
  /** What it alone shows. */
  readonly shows: (fact: string, request: Request) => boolean;
}

/** What a request expects that no eye of the emulated tenant shows, with the reason. */
export const nobodySees: readonly (readonly [fact: RegExp, why: string])[] = [
  [
    /^process: /,
    "the sources that are recorded name the business process, and not its action; that it may do nothing is seen",
  ],
  [
    /^policy$/,
    "no source of authentication policies is known; only a sign-on shows that one lets an account in",
  ],
  [/^refresh-tokens$/, "oAuth20RefreshTokenDataSource is recorded without the account of a token"],
  [/^client-(?!values)/, "Get_API_Clients is unknown in v36, v40 and v44, and REST answers 404"],
  [/^client-values$/, "a refresh token alone cannot be tried"],
  [
    /^password-kept$/,
    "the log of sign-ons shows it once the vendor has signed on after the put, and here nobody does",
  ],
  [/^segments$/, "no source of what a segment-based group opens is recorded"],
  [/^content$/, "no source of what learning content is marked with is recorded"],
  [/^(?:sign-on|token-use)$/, "nobody but the key's holder signs on with it"],
];

const reportOfGroups =
  /^(?:other-groups|ways)$|^group-(?:administered|included)(?: |$)|^group(?:-type)? .* segments$|^process|process$/;

/** Every eye that the emulator has, each with what nobody sees once it is shut. */
export const eyes: readonly Eye[] = [
  {
    name: "Get_Integration_System_Users",
    close: ({ place }) => ({ ...place, workday: { ...place.workday, findUserOfSystem: refuse } }),
    shows: isOneOf(/^(?:account|ui-sessions|session-timeout|new-password|token-sign-on)$/),
  },
  {
    name: "the report of groups",
    close: (open) => withoutReport(open, "securityGroups"),
    shows: isOneOf(reportOfGroups),
  },
  {
    name: "the report of groups and the implementation service",
    close: (open) => withoutImplementation(withoutReport(open, "securityGroups")),
    shows: (fact) => reportOfGroups.test(fact) || /^(?:group|group-type)$/.test(fact),
  },
  {
    name: "the report of what groups may do",
    close: (open) => withoutReport(open, "groupPermissions"),
    shows: (fact, request) =>
      / (?:Get|Put|View|Modify) |: nothing else$|^in-force$|^ways$|^took-effect$/.test(fact) &&
      !isProven(fact, request),
  },
  {
    name: "the report of exemptions",
    close: (open) => withoutReport(open, "passwordExemptions"),
    shows: isOneOf(/^exemption$/),
  },
  {
    name: "the report of exemptions, empty",
    close: ({ place }) => ({
      ...place,
      workday: { ...place.workday, readPasswordExemptions: async () => ok([]) },
    }),
    shows: isOneOf(/^exemption$/),
  },
  {
    name: "the report of exemptions, with names that are not user names",
    close: ({ place }) => ({
      ...place,
      workday: { ...place.workday, readPasswordExemptions: async () => ok(["Viva, Integration"]) },
    }),
    shows: isOneOf(/^exemption$/),
  },
  {
    name: "the report of accounts",
    close: (open) => withoutReport(open, "accounts"),
    shows: isOneOf(/^(?:lock|expiry)$/),
  },
  {
    name: "the reports of what is pending",
    close: (open) => withoutReport(open, "pendingDomainPolicies"),
    shows: isOneOf(/^(?:activated|pending-again)$/),
  },
  {
    name: "the report of activations",
    close: (open) => withoutReport(open, "securityTimestamps"),
    shows: isOneOf(/^(?:active-timestamp|activated-by)$/),
  },
  {
    name: "every report, where the tenant answers WQL",
    close: ({ place, url }) => ({
      ...place,
      workday: createWorkday({ ...toOptions(url), reports: { owner: reports.owner }, wql }),
    }),
    shows: isOneOf(/^exemption$|^active-timestamp$/),
  },
  {
    name: "the service Learning",
    close: ({ place }) => ({ ...place, learning: { ...place.learning, list: refuse } }),
    shows: isOneOf(/^segment-names$/),
  },
  {
    name: "the service Learning's segments",
    close: ({ place }) => ({ ...place, learning: { ...place.learning, listSegments: refuse } }),
    shows: isOneOf(/^segment-names$/),
  },
];

function isOneOf(facts: RegExp): Eye["shows"] {
  return (fact) => facts.test(fact);
}

/** A read as the new user shows a Get without any report. */
function isProven(fact: string, { facts: { probes = [] } }: Request): boolean {
  return probes.some(({ kind, domain }) => kind === "verified" && fact.endsWith(`: Get ${domain}`));
}

function withoutReport({ place, url }: Open, name: keyof typeof reports): TenantContext {
  const { [name]: _gone, ...others } = reports;
  const options = { ...toOptions(url), reports: { ...others, owner: reports.owner } };
  return { ...place, workday: createWorkday(options) };
}

function withoutImplementation({ implementation: _gone, ...place }: TenantContext): TenantContext {
  return place;
}

async function refuse(): Promise<{ readonly ok: false; readonly error: Fault }> {
  return { ok: false, error: { kind: "rejected", outside: "Workday", words: "No." } };
}

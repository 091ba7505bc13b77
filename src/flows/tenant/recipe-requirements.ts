import type { Permission } from "../model/permissions.ts";

/** How a vendor may connect: with an integration system user and its password unless a recipe says otherwise. */
export const connections = ["isu", "jwt", "agent", "delivered-groups"] as const;

/** Another way of the same vendor. */
interface Variant {
  /** Such as "OAuth". */
  readonly name: string;
  /** Where it is a recipe of its own. */
  readonly recipe?: string;
  readonly differs?: string;
}

/** Granted to a group that Workday delivers, by a person: the bot grants to groups of its own only. */
interface DeliveredGrant extends Permission {
  readonly group: string;
}

interface ReportNeed {
  readonly what: string;
  readonly dataSource?: string;
  /** Why it is optional; absent where it is needed. */
  readonly optional?: string;
}

interface TenantSetting {
  readonly task: string;
  readonly setting: string;
}

/** What surrounds the account that a recipe asks for. */
export interface RecipeRequirements {
  readonly connection?: (typeof connections)[number];
  readonly variants?: readonly Variant[];
  readonly deliveredGroups?: readonly DeliveredGrant[];
  /** Addresses and ranges that the vendor connects from. */
  readonly addresses?: readonly string[];
  /** Characters that the vendor's password may not have. */
  readonly passwordWithout?: readonly string[];
  readonly reports?: readonly ReportNeed[];
  readonly tenantSettings?: readonly TenantSetting[];
  readonly prerequisites?: readonly string[];
  readonly afterwards?: readonly string[];
  /** The day somebody last held it against its guide, as YYYY-MM-DD. */
  readonly lookedAt?: string;
  /** The guide was read through another document. */
  readonly secondHand?: boolean;
}

/** Whether a request for an account is what the guide asks for: an agent, or people's own groups, need none. */
export function makesAccount({ connection = "isu" }: RecipeRequirements): boolean {
  return connection === "isu" || connection === "jwt";
}

/** What has to be there before the account is of use, one a line. */
export function listBefore(recipe: RecipeRequirements): readonly string[] {
  const { prerequisites = [], tenantSettings = [], addresses = [] } = recipe;
  return [
    ...prerequisites,
    ...tenantSettings.map(({ task, setting }) => `${task}: ${setting}`),
    ...(addresses.length === 0
      ? []
      : [`The tenant lets the vendor in, which connects from ${addresses.join(", ")}`]),
  ];
}

/** What somebody does in Workday or at the vendor once the account is there, one a line. */
export function listAfterwards({
  reports = [],
  afterwards = [],
}: RecipeRequirements): readonly string[] {
  return [...reports.map(describeReport), ...afterwards];
}

function describeReport({ what, dataSource, optional }: ReportNeed): string {
  const on = dataSource === undefined ? "" : ` on ${dataSource}`;
  const why = optional === undefined ? "" : ` (optional: ${optional})`;
  return `A report${on}: ${what}${why}`;
}

/** How the vendor connects, where it is not with an integration system user and its password. */
export function describeConnection({ connection = "isu" }: RecipeRequirements): string | undefined {
  switch (connection) {
    case "isu":
      return undefined;
    case "jwt":
      return "The vendor connects with a signed token (JWT): it gets no password of this account";
    case "agent":
      return "The vendor connects as an agent of Workday's, which has no integration system user: register it in Workday";
    case "delivered-groups":
      return "The vendor acts as the employee who signs in: its guide grants to groups that Workday delivers, and needs no integration system user";
  }
}

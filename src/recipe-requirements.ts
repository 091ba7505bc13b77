import { z } from "zod";
import { accesses } from "./flows/model/permissions.ts";
import { connections } from "./flows/tenant/recipe-requirements.ts";
import { specials } from "./secrets/password.ts";

export const OneLine = z
  .string()
  .regex(/^\S(.*\S)?$/, { error: "text on one line, without spaces around it" });

export const Words = OneLine.max(300);

const Name = OneLine.max(150);

const Variant = z.strictObject({
  name: OneLine.max(60).describe("Such as basic, or OAuth."),
  recipe: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: "a recipe's name" })
    .exactOptional()
    .describe("The recipe of that variant, where it is one of its own."),
  differs: Words.exactOptional().describe("What is different then."),
});

const DeliveredGrant = z.strictObject({
  group: Name.describe("A group that Workday delivers, such as All Employees."),
  domain: Name.describe("A domain security policy, as the guide spells it."),
  access: z.enum(accesses),
});

const Report = z.strictObject({
  what: Words.describe("What it shows, how it is filtered, and with whom it is shared."),
  dataSource: Name.exactOptional().describe("Its data source, as the guide spells it."),
  optional: Words.exactOptional().describe("Why it is optional. Without it, it is needed."),
});

const TenantSetting = z.strictObject({
  task: Name.describe("The task that has it, such as Edit Tenant Setup - System."),
  setting: Name.describe("What is switched on there."),
});

/** One that a password can hold; letters and digits are always used. */
const Special = z
  .string()
  .regex(/^[!-/:-@[-`{-~]$/, { error: "one printable character that is no letter and no digit" });

/** What surrounds a request of this recipe: what has to be there before, what comes afterwards, and its age. */
export const requirements = {
  connection: z
    .enum(connections)
    .exactOptional()
    .describe(
      "How the vendor connects. Without it: isu, an integration system user with its password. jwt: an integration system user whose password the vendor never has. agent and delivered-groups: no integration system user at all, so create refuses.",
    ),
  variants: z
    .array(Variant)
    .max(10)
    .exactOptional()
    .describe("Other ways of the same vendor, such as basic and OAuth."),
  deliveredGroups: z
    .array(DeliveredGrant)
    .max(60)
    .exactOptional()
    .describe("What the guide grants to groups that Workday delivers. The bot grants none of it."),
  addresses: z
    .array(
      z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()], { error: "an address or a range" }),
    )
    .max(60)
    .exactOptional()
    .describe("Where the vendor connects from: addresses, or ranges such as 192.0.2.0/24."),
  passwordWithout: z
    .array(Special)
    .max(32)
    .refine((without) => Array.from(specials).some((one) => !without.includes(one)), {
      error: `one at least of ${specials} has to be left, for tenants that demand one`,
    })
    .exactOptional()
    .describe(
      "Characters that the vendor's password may not have. The bot's passwords have none of them.",
    ),
  reports: z
    .array(Report)
    .max(20)
    .exactOptional()
    .describe("Reports that the vendor reads: somebody makes and shares them in Workday."),
  tenantSettings: z
    .array(TenantSetting)
    .max(20)
    .exactOptional()
    .describe("Settings of the tenant that have to be on."),
  prerequisites: z
    .array(Words)
    .max(20)
    .exactOptional()
    .describe("What has to be there before. The plan says it."),
  afterwards: z
    .array(Words)
    .max(20)
    .exactOptional()
    .describe("Tasks once the account is there. They come back when its request is done."),
  lookedAt: z.iso
    .date()
    .exactOptional()
    .describe(
      "The day somebody last held the recipe against its guide. Without it, `date` counts.",
    ),
  secondHand: z
    .boolean()
    .exactOptional()
    .describe("The guide was read through another document, and not at its source."),
};

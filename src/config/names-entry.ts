import { z } from "zod";
import { namePlaceholders } from "../flows/tenant/name-patterns.ts";

const placeholders = namePlaceholders.map((name) => `{${name}}`).join(" or ");

const Pattern = z
  .string()
  .max(100)
  .refine(
    (text) => {
      const rest = namePlaceholders.reduce((left, name) => left.replaceAll(`{${name}}`, ""), text);
      return rest !== text && !/[{}]/.test(rest);
    },
    { error: `a text with ${placeholders}, and no other braces` },
  );

/** How a tenant calls what a recipe needs. */
export const NamesEntry = z.strictObject({
  userName: Pattern.exactOptional().describe("Of the account, such as ISU_{vendor}."),
  groupName: Pattern.exactOptional().describe("Of the security group, such as ISSG_{vendor}."),
  integrationSystem: Pattern.exactOptional().describe(
    "Of the integration system, such as INT {Vendor}.",
  ),
});

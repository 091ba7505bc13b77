import { z } from "zod";
import type { LearningThing } from "../../flows/ports/learning.ts";
import { err, ok } from "../../result.ts";
import { toResponseFilter } from "../fields/element.ts";
import { toGetType, toSegmentDomains } from "../fields/learning-parts.ts";
import type { Operation, Parsed } from "../fields/operation.ts";
import { listOf, Reference, Text } from "../fields/reply-parts.ts";
import { responseFilterType } from "../wsdl/types.ts";

const Item = z.object({
  Learning_Security_Category_Reference: Reference,
  Learning_Security_Category_Data: z.object({ Name: Text }).nullish(),
});
const Reply = z.object({
  Response_Data: z.object({ Learning_Security_Category: listOf(Item) }).nullish(),
});

const pageSize = 100;

/**
 * Reads one page of the learning security categories.
 * @see Workday Learning v31.2, Get_Learning_Security_Categories
 */
export const getLearningSecurityCategories: Operation<
  { readonly page: number },
  readonly LearningThing[]
> = {
  service: "Learning",
  name: "Get_Learning_Security_Categories",
  needs: toSegmentDomains("Get"),
  types: [toGetType("Get_Learning_Security_Categories"), responseFilterType],
  toRequest: ({ page }) => ({ Response_Filter: toResponseFilter(page, pageSize) }),
  parse,
};

function parse(reply: object): Parsed<readonly LearningThing[]> {
  const parsed = Reply.safeParse(reply);
  if (!parsed.success) return err("unreadable");
  const things: LearningThing[] = [];
  for (const item of parsed.data.Response_Data?.Learning_Security_Category ?? []) {
    const wid = item.Learning_Security_Category_Reference.get("WID");
    const name = item.Learning_Security_Category_Data?.Name ?? "";
    if (wid === undefined || name === "") return err("unreadable");
    things.push({ wid, name });
  }
  return ok(things);
}

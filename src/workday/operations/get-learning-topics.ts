import { z } from "zod";
import type { LearningThing } from "../../flows/ports/learning.ts";
import { err, ok } from "../../result.ts";
import { toResponseFilter } from "../fields/element.ts";
import { toGetType } from "../fields/learning-parts.ts";
import type { Operation, Parsed, Probing } from "../fields/operation.ts";
import { listOf, Reference, Text } from "../fields/reply-parts.ts";
import { responseFilterType } from "../wsdl/types.ts";

const Item = z.object({
  Learning_Topic_Reference: Reference,
  Learning_Topic_Data: z.object({ Learning_Topic_Name: Text }).nullish(),
});
const Reply = z.object({ Response_Data: z.object({ Learning_Topic: listOf(Item) }).nullish() });

const pageSize = 100;

/**
 * Reads one page of the learning topics. Which domain guards it is an inference.
 * @see Workday Learning v31.2, Get_Learning_Topics
 */
export const getLearningTopics: Probing<
  Operation<{ readonly page: number }, readonly LearningThing[]>
> = {
  service: "Learning",
  name: "Get_Learning_Topics",
  needs: "Get on the domain Manage: Learning Content",
  types: [toGetType("Get_Learning_Topics"), responseFilterType],
  toRequest: ({ page }) => ({ Response_Filter: toResponseFilter(page, pageSize) }),
  parse,
  probe: { Response_Filter: toResponseFilter(1, 1) },
};

function parse(reply: object): Parsed<readonly LearningThing[]> {
  const parsed = Reply.safeParse(reply);
  if (!parsed.success) return err("unreadable");
  const things: LearningThing[] = [];
  for (const item of parsed.data.Response_Data?.Learning_Topic ?? []) {
    const wid = item.Learning_Topic_Reference.get("WID");
    const name = item.Learning_Topic_Data?.Learning_Topic_Name ?? "";
    if (wid === undefined || name === "") return err("unreadable");
    things.push({ wid, name });
  }
  return ok(things);
}

import { z } from "zod";
import type { TopicSegment } from "../../flows/ports/learning.ts";
import { err, ok } from "../../result.ts";
import { toResponseFilter } from "../fields/element.ts";
import { toGetType, toSegmentDomains } from "../fields/learning-parts.ts";
import type { Operation, Parsed } from "../fields/operation.ts";
import { listOf, Reference, Text } from "../fields/reply-parts.ts";
import { responseFilterType } from "../wsdl/types.ts";

const Segment = z.object({
  Learning_Topic_Security_Segment_Reference: Reference,
  Learning_Topic_Security_Segment_Data: z
    .object({ ID: Text, Learning_Topic_Reference: listOf(Reference) })
    .nullish(),
});
const Reply = z.object({
  Response_Data: z.object({ Learning_Topic_Security_Segment: listOf(Segment) }).nullish(),
});

const pageSize = 100;

/**
 * Reads one page of the topic security segments, each with the WIDs of its topics.
 * @see Workday Learning v31.2, Get_Learning_Topic_Security_Segments
 */
export const getLearningTopicSecuritySegments: Operation<
  { readonly page: number },
  readonly TopicSegment[]
> = {
  service: "Learning",
  name: "Get_Learning_Topic_Security_Segments",
  needs: toSegmentDomains("Get"),
  types: [toGetType("Get_Learning_Topic_Security_Segments"), responseFilterType],
  toRequest: ({ page }) => ({ Response_Filter: toResponseFilter(page, pageSize) }),
  parse,
};

function parse(reply: object): Parsed<readonly TopicSegment[]> {
  const parsed = Reply.safeParse(reply);
  if (!parsed.success) return err("unreadable");
  const segments: TopicSegment[] = [];
  for (const item of parsed.data.Response_Data?.Learning_Topic_Security_Segment ?? []) {
    const segment = toSegment(item);
    if (segment === undefined) return err("unreadable");
    segments.push(segment);
  }
  return ok(segments);
}

function toSegment(item: z.infer<typeof Segment>): TopicSegment | undefined {
  const wid = item.Learning_Topic_Security_Segment_Reference.get("WID");
  const data = item.Learning_Topic_Security_Segment_Data;
  if (wid === undefined || !data || data.ID === "") return undefined;
  const topics = data.Learning_Topic_Reference.flatMap((topic) => topic.get("WID") ?? []);
  return topics.length === data.Learning_Topic_Reference.length
    ? { wid, name: data.ID, topics }
    : undefined;
}

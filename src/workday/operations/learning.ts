import { z } from "zod";
import type { Fault } from "../../flows/model/fault.ts";
import type {
  Learning,
  LearningKind,
  LearningThing,
  TopicSegment,
} from "../../flows/ports/learning.ts";
import { err, ok, type Result } from "../../result.ts";
import { type Element, toReference, toResponseFilter } from "../fields/element.ts";
import type { Operation } from "../fields/operation.ts";
import { listOf, Reference, Text } from "../fields/reply-parts.ts";
import { type Call, createSoap, type SoapOptions } from "../wire/soap.ts";
import { unreadable } from "../wire/unreadable.ts";
import type { Credentials } from "../wire/username-token.ts";
import { readPages } from "./read-pages.ts";

export interface LearningOptions extends Omit<SoapOptions, "maxReplyBytes"> {
  /** The bot's own account; its name is without the tenant. */
  readonly account: Credentials;
}

const maxReplyBytes = 10_000_000;
const pageSize = 100;

const Topic = z.object({
  Learning_Topic_Reference: Reference,
  Learning_Topic_Data: z.object({ Learning_Topic_Name: Text }).nullish(),
});
const Category = z.object({
  Learning_Security_Category_Reference: Reference,
  Learning_Security_Category_Data: z.object({ Name: Text }).nullish(),
});
const Segment = z.object({
  Learning_Topic_Security_Segment_Reference: Reference,
  Learning_Topic_Security_Segment_Data: z
    .object({ ID: Text, Learning_Topic_Reference: listOf(Reference) })
    .nullish(),
});

/**
 * Joins one tenant's service Learning. Nothing is asked before the first call.
 *
 * @throws where the configured address is not safe to send a password to
 * @see Workday Learning v31.2, Get_ and Put_ of Learning_Topic, Learning_Security_Category and
 * Learning_Topic_Security_Segment
 */
export function createLearning(options: LearningOptions): Learning {
  const call = createSoap({ ...options, maxReplyBytes });
  const reach: Reach = { call, me: options.account };
  return {
    list: (kind) => (kind === "topic" ? listTopics(reach) : listCategories(reach)),
    add: (kind, name) => addThing(reach, kind, name),
    listSegments: () => listSegments(reach),
    addSegment: (segment) => addSegment(reach, segment),
  };
}

interface Reach {
  readonly call: Call;
  readonly me: Credentials;
}

async function listTopics(reach: Reach): Promise<Result<readonly LearningThing[], Fault>> {
  const operation = "Get_Learning_Topics";
  const items = await readAll(reach, operation, dataOf({ Learning_Topic: listOf(Topic) }));
  if (!items.ok) return items;
  const things: LearningThing[] = [];
  for (const item of items.value.flatMap((data) => data?.Learning_Topic ?? [])) {
    const wid = item.Learning_Topic_Reference.get("WID");
    const name = item.Learning_Topic_Data?.Learning_Topic_Name ?? "";
    if (wid === undefined || name === "") return err(unreadable(operation));
    things.push({ wid, name });
  }
  return ok(things);
}

async function listCategories(reach: Reach): Promise<Result<readonly LearningThing[], Fault>> {
  const operation = "Get_Learning_Security_Categories";
  const schema = dataOf({ Learning_Security_Category: listOf(Category) });
  const items = await readAll(reach, operation, schema);
  if (!items.ok) return items;
  const things: LearningThing[] = [];
  for (const item of items.value.flatMap((data) => data?.Learning_Security_Category ?? [])) {
    const wid = item.Learning_Security_Category_Reference.get("WID");
    const name = item.Learning_Security_Category_Data?.Name ?? "";
    if (wid === undefined || name === "") return err(unreadable(operation));
    things.push({ wid, name });
  }
  return ok(things);
}

async function listSegments(reach: Reach): Promise<Result<readonly TopicSegment[], Fault>> {
  const operation = "Get_Learning_Topic_Security_Segments";
  const schema = dataOf({ Learning_Topic_Security_Segment: listOf(Segment) });
  const items = await readAll(reach, operation, schema);
  if (!items.ok) return items;
  const segments: TopicSegment[] = [];
  for (const item of items.value.flatMap((data) => data?.Learning_Topic_Security_Segment ?? [])) {
    const segment = toSegment(item);
    if (segment === undefined) return err(unreadable(operation));
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

function dataOf<Shape extends z.ZodRawShape>(shape: Shape) {
  return z
    .object({ Response_Data: z.object(shape).nullish() })
    .transform(({ Response_Data: data }) => data);
}

async function readAll<Data>(
  { call, me }: Reach,
  operation: Operation,
  schema: z.ZodType<Data>,
): Promise<Result<readonly Data[], Fault>> {
  const pages = await readPages((page) =>
    call({ operation, request: { Response_Filter: toResponseFilter(page, pageSize) } }, me),
  );
  if (!pages.ok) return pages;
  const read: Data[] = [];
  for (const page of pages.value) {
    const parsed = schema.safeParse(page);
    if (!parsed.success) return err(unreadable(operation));
    read.push(parsed.data);
  }
  return ok(read);
}

async function addThing(
  reach: Reach,
  kind: LearningKind,
  name: string,
): Promise<Result<LearningThing, Fault>> {
  const wid =
    kind === "topic"
      ? await put(reach, "Learning_Topic", { Learning_Topic_Name: name })
      : await put(reach, "Learning_Security_Category", { Name: name });
  return wid.ok ? ok({ wid: wid.value, name }) : wid;
}

async function addSegment(
  reach: Reach,
  { name, topics }: Omit<TopicSegment, "wid">,
): Promise<Result<TopicSegment, Fault>> {
  const wid = await put(reach, "Learning_Topic_Security_Segment", {
    ID: name,
    Learning_Topic_Reference: topics.map((topic) => toReference("WID", topic)),
  });
  return wid.ok ? ok({ wid: wid.value, name, topics }) : wid;
}

type Made = "Learning_Topic" | "Learning_Security_Category" | "Learning_Topic_Security_Segment";

/** Without a reference it is a new one. @returns its WID */
async function put({ call, me }: Reach, made: Made, data: Element): Promise<Result<string, Fault>> {
  const operation = `Put_${made}` as const;
  const answer = await call({ operation, request: { [`${made}_Data`]: data } }, me);
  if (!answer.ok) return err(answer.error.fault);
  const reply = z.object({ [`${made}_Reference`]: Reference }).safeParse(answer.value);
  const wid = reply.data?.[`${made}_Reference`]?.get("WID");
  return wid === undefined ? err(unreadable(operation)) : ok(wid);
}

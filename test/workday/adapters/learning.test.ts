import { describe, expect, it } from "vitest";
import type { Learning } from "../../../src/flows/ports/learning.ts";
import { Secret } from "../../../src/secret.ts";
import { createLearning } from "../../../src/workday/adapters/learning.ts";
import { failing, recordingFetch } from "../support/recording-fetch.ts";
import { aReference, aResponse } from "../support/soap-replies.ts";

type Answer = () => Response | Promise<Response>;

const wid = "a".repeat(32);
const reference = { WID: wid };
const unreadable = { ok: false, error: { kind: "unreadable", outside: "Workday" } };
const unknown = { ok: false, error: { kind: "unknown", outside: "Workday" } };

function aService(answer: Answer): Learning {
  return createLearning({
    servicesUrl: "https://services.example.com",
    tenant: "acme_dpt1",
    version: "v31.2",
    account: { userName: "ISU_Bot", password: new Secret("bot-password") },
    timeoutMs: 5_000,
    fetch: recordingFetch(answer).fetch,
  });
}

function aList(operation: string, item: string, ...contents: readonly string[]): Answer {
  const items = contents.map((content) => `<wd:${item}>${content}</wd:${item}>`).join("");
  return aResponse(operation, `<wd:Response_Data>${items}</wd:Response_Data>`);
}

function topics(...contents: readonly string[]): Answer {
  return aList("Get_Learning_Topics", "Learning_Topic", ...contents);
}

function categories(...contents: readonly string[]): Answer {
  const operation = "Get_Learning_Security_Categories";
  return aList(operation, "Learning_Security_Category", ...contents);
}

function segments(...contents: readonly string[]): Answer {
  const operation = "Get_Learning_Topic_Security_Segments";
  return aList(operation, "Learning_Topic_Security_Segment", ...contents);
}

const ofTopic = aReference("Learning_Topic_Reference", reference);
const ofCategory = aReference("Learning_Security_Category_Reference", reference);
const ofSegment = aReference("Learning_Topic_Security_Segment_Reference", reference);

function inTopic(name: string): string {
  return `<wd:Learning_Topic_Data><wd:Learning_Topic_Name>${name}</wd:Learning_Topic_Name></wd:Learning_Topic_Data>`;
}

function inCategory(name: string): string {
  return `<wd:Learning_Security_Category_Data><wd:Name>${name}</wd:Name></wd:Learning_Security_Category_Data>`;
}

function inSegment(id: string, ...references: readonly string[]): string {
  return `<wd:Learning_Topic_Security_Segment_Data><wd:ID>${id}</wd:ID>${references.join("")}</wd:Learning_Topic_Security_Segment_Data>`;
}

describe("learning", () => {
  it("is listed as topics, categories and segments of topics", async () => {
    const topic = aService(topics(ofTopic + inTopic("Compliance")));
    const category = aService(categories(ofCategory + inCategory("Partners")));
    const segment = aService(segments(ofSegment + inSegment("Viva topics", ofTopic)));

    expect(await topic.list("topic")).toEqual({ ok: true, value: [{ wid, name: "Compliance" }] });
    expect(await category.list("category")).toEqual({
      ok: true,
      value: [{ wid, name: "Partners" }],
    });
    expect(await segment.listSegments()).toEqual({
      ok: true,
      value: [{ wid, name: "Viva topics", topics: [wid] }],
    });
  });

  it("is none where the reply holds no data", async () => {
    const none = { ok: true, value: [] };

    expect(await aService(aResponse("Get_Learning_Topics", "")).list("topic")).toEqual(none);
    expect(
      await aService(aResponse("Get_Learning_Security_Categories", "")).list("category"),
    ).toEqual(none);
    expect(
      await aService(aResponse("Get_Learning_Topic_Security_Segments", "")).listSegments(),
    ).toEqual(none);
  });

  it.each<[what: string, kind: "topic" | "category", answer: Answer]>([
    ["a topic without a WID", "topic", topics(aReference("Learning_Topic_Reference", {}))],
    ["a topic without data", "topic", topics(ofTopic)],
    ["a topic without a name", "topic", topics(ofTopic + inTopic(""))],
    ["a topic without a reference", "topic", topics(inTopic("Compliance"))],
    ["a category without data", "category", categories(ofCategory)],
    ["a category without a name", "category", categories(ofCategory + inCategory(""))],
  ])("is not read with %s", async (_what, kind, answer) => {
    expect(await aService(answer).list(kind)).toMatchObject(unreadable);
  });

  it.each<[what: string, content: string]>([
    ["no data", ofSegment],
    ["no ID", ofSegment + inSegment("", ofTopic)],
    ["no WID", aReference("Learning_Topic_Security_Segment_Reference", {}) + inSegment("Viva")],
    [
      "a topic without a WID",
      ofSegment + inSegment("Viva", aReference("Learning_Topic_Reference", { Other: "1" })),
    ],
  ])("is not read with a segment that has %s", async (_what, content) => {
    expect(await aService(segments(content)).listSegments()).toMatchObject(unreadable);
  });

  it("is not known while the service is not reached", async () => {
    const service = aService(failing("ECONNREFUSED"));
    const unreachable = { ok: false, error: { kind: "unreachable" } };

    expect(await service.list("topic")).toMatchObject(unreachable);
    expect(await service.list("category")).toMatchObject(unreachable);
    expect(await service.listSegments()).toMatchObject(unreachable);
    expect(await service.add("topic", "Compliance")).toMatchObject(unreachable);
    expect(await service.addSegment({ name: "Viva", topics: [] })).toMatchObject(unreachable);
  });

  it("is made, and nobody knows it where the reply names no WID", async () => {
    const made = aService(aResponse("Put_Learning_Topic", ofTopic));
    const doubtful = aService(aResponse("Put_Learning_Topic", ""));

    expect(await made.add("topic", "Compliance")).toEqual({
      ok: true,
      value: { wid, name: "Compliance" },
    });
    expect(await doubtful.add("topic", "Compliance")).toMatchObject(unknown);
  });
});

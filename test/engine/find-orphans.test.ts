import { expect, it } from "vitest";
import { findOrphans } from "../../src/engine/find-orphans.ts";

const present = { executorId: "me", version: "2", living: new Set(["me", "you"]) };

it.each<[what: string, status: string, by: string | undefined, version: string, found: string]>([
  ["what a dead replica had begun", "PENDING", "dead", "2", "ours"],
  ["what nobody's name is on", "PENDING", undefined, "2", "ours"],
  ["what another replica works on", "PENDING", "you", "2", "nobody's"],
  ["what this replica works on", "PENDING", "me", "2", "nobody's"],
  ["what waits in the queue", "ENQUEUED", "dead", "2", "nobody's"],
  ["what a dead replica of another version had begun", "PENDING", "dead", "1", "others"],
  ["what this replica had begun under another version", "PENDING", "me", "1", "others"],
  ["what waits in the queue for another version", "ENQUEUED", "you", "1", "others"],
  ["what another replica works on under another version", "PENDING", "you", "1", "nobody's"],
])("finds %s", (_what, status, by, applicationVersion, found) => {
  const executor = by === undefined ? {} : { executorId: by };
  const workflow = { workflowID: "w", status, applicationVersion, ...executor };

  expect(findOrphans([workflow], present)).toEqual({
    ours: found === "ours" ? ["w"] : [],
    others: found === "others" ? ["w"] : [],
  });
});

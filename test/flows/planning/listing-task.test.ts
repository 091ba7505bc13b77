import { describe, expect, it } from "vitest";
import {
  isNothing,
  type ListingTask,
  listBeyond,
  toOpposite,
  uniteTasks,
} from "../../../src/flows/planning/listing-task.ts";

const none = { Get: [], Put: [], View: [], Modify: [] };

function granting(...Get: readonly string[]): ListingTask {
  return { name: "grant-permissions", groupName: "ISSG_Viva", permissions: { ...none, Get } };
}

function initiating(...policies: readonly string[]): ListingTask {
  const businessProcesses = policies.map((policy) => ({ policy }));
  return { name: "grant-business-processes", groupName: "ISSG_Viva", businessProcesses };
}

describe("tasks that list what a group may do", () => {
  it.each<[of: string, make: (...names: readonly string[]) => ListingTask]>([
    ["domains", granting],
    ["business processes", initiating],
  ])("are told apart and put together by their %s, in any spelling", (_of, make) => {
    expect(listBeyond(make("One", "Two"), make("two"))).toEqual(make("One"));
    expect(isNothing(listBeyond(make("One"), make("ONE")))).toBe(true);
    expect(uniteTasks(make("One"), make("one", "Two"))).toEqual(make("One", "Two"));
    expect(toOpposite(toOpposite(make("One")))).toEqual(make("One"));
  });

  it("have nothing in common where they list other things", () => {
    expect(listBeyond(granting("One"), initiating("One"))).toEqual(granting("One"));
    expect(uniteTasks(initiating("One"), granting("One"))).toEqual(initiating("One"));
  });
});

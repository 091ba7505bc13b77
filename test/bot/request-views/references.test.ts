import { expect, it } from "vitest";
import { showReferences } from "../../../src/bot/request-views/sign-on.ts";

it("shows both references of Workday's response, each id by its type, or that there is none", () => {
  const system = [
    { type: "WID", id: "a1" },
    { type: "Integration_System_ID", id: "INT_1" },
  ];

  const text = JSON.stringify(showReferences({ system, user: [] }, 1000));

  expect(text).toContain("Integration system: WID a1, Integration_System_ID INT_1");
  expect(text).toContain("Integration system user: none");
  expect(showReferences(undefined, 1000)).toEqual([]);
});

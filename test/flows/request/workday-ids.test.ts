import { expect, it } from "vitest";
import { makerOfSystem, toSystemId } from "../../../src/flows/request/workday-ids.ts";
import { requestId } from "../../support/data/a-request.ts";

it.each([
  ["one that a request made", toSystemId(requestId), requestId],
  ["one that somebody else made", "INT_Payroll", undefined],
  ["one that only looks like it", "ISU_BOT_Payroll", undefined],
])("tells the request that made an integration system: %s", (_what, systemId, id) => {
  expect(makerOfSystem(systemId)).toBe(id);
});

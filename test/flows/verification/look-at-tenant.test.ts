import { describe, expect, it } from "vitest";
import type { CreateDraft } from "../../../src/flows/request/draft.ts";
import type { Request } from "../../../src/flows/request/request.ts";
import { toExpected } from "../../../src/flows/verification/look-at-tenant.ts";
import { withAccount } from "../../support/data/changes.ts";

/** A request that made an account, and the same with other words. */
async function twoRequests(changes: Partial<CreateDraft>): Promise<readonly [Request, Request]> {
  const created = (await withAccount()).request();
  const { draft } = created;
  if (draft.kind !== "create") throw new Error(draft.kind);
  return [created, { ...created, draft: { ...draft, ...changes } }];
}

describe("toExpected", () => {
  it("knows every group that requests have put the account into", async () => {
    const [created, again] = await twoRequests({ groupName: "ISSG_New" });

    expect(toExpected(again, [created, again]).alsoIn).toEqual(["ISSG_Viva", "ISSG_New"]);
  });

  it("knows the other accounts of requests in the same group", async () => {
    const [created, other] = await twoRequests({ userName: "ISU_Other" });

    expect(toExpected(created, [other, created]).others).toEqual(["ISU_Other"]);
  });
});

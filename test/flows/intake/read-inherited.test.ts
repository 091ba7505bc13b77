import { describe, expect, it } from "vitest";
import { readInherited } from "../../../src/flows/intake/open-request.ts";
import { parseTenantName } from "../../../src/flows/model/ids.ts";
import type { Request } from "../../../src/flows/request/request.ts";
import { aDraft } from "../../support/data/a-draft.ts";
import { anOpening, given } from "../../support/data/a-request.ts";
import { ann, ben } from "../../support/data/people.ts";
import { createFakeStore } from "../../support/fakes/fake-store.ts";
import { valueIn } from "../../support/value-in.ts";

const system = { kind: "existing", id: "ISU_BOT_ISU_7K3M9QXV", name: "Viva integration" } as const;
const draft = aDraft({ system });
const elsewhere = aDraft({ system, tenant: valueIn(parseTenantName("acme")) });

/** Who has a hand in a request for what Ann's left behind, asked for by Ann, where there are these others. */
function inherited(...others: readonly Request[]): ReturnType<typeof readInherited> {
  const store = {
    ...createFakeStore({}),
    find: async () => given(anOpening()),
    listByUserName: async () => others,
  };
  return readInherited({ store }, draft, ann);
}

function ofBen(about: typeof draft): Request {
  return { ...given(anOpening(about)), askedBy: ben };
}

describe("who had to do with an integration system that is taken over", () => {
  it("is whoever took it over before, in the same tenant", async () => {
    expect(await inherited(ofBen(draft))).toEqual({ inherited: [ben] });
  });

  it("is nobody who has an account of the same name in another tenant, or on another system", async () => {
    expect(await inherited(ofBen(elsewhere), ofBen(aDraft()))).toEqual({});
  });
});

import { describe, expect, it } from "vitest";
import {
  authorizeRead,
  findReadable,
  type ReadScope,
} from "../../../src/flows/authorization/read-access.ts";
import { type PersonId, parseTenantName } from "../../../src/flows/model/ids.ts";
import type { Standing } from "../../../src/flows/ports/directory.ts";
import { aTenant } from "../../support/data/a-tenant.ts";
import { ann, bea, ben, cy, dan, securityAdmins } from "../../support/data/people.ts";
import { createFakeDirectory } from "../../support/fakes/fake-directory.ts";
import { createMishaps } from "../../support/fakes/fault-injection.ts";
import { valueIn } from "../../support/value-in.ts";

const plain = aTenant();
const listed = aTenant({
  readers: { people: [cy], groups: [] },
  auditors: { people: [], groups: [securityAdmins] },
});

describe("checkReading", () => {
  it.each<[who: string, by: PersonId, reading: ReadScope, tenant: typeof plain, may: boolean]>([
    ["a doer the accounts", dan, "inventory", plain, true],
    ["an approver the accounts", ben, "inventory", plain, true],
    ["an approver of a group the accounts", bea, "inventory", plain, true],
    ["a requester no accounts of others", ann, "inventory", plain, false],
    ["a stranger no accounts", cy, "inventory", plain, false],
    ["a reader the accounts", cy, "inventory", listed, true],
    ["a doer no accounts where readers are named", dan, "inventory", listed, false],
    ["nobody a trail where no auditor is named", ben, "audit", plain, false],
    ["an auditor the trail", bea, "audit", listed, true],
    ["an approver no trail", ben, "audit", listed, false],
  ])("lets %s read", async (_who, by, reading, tenant, may) => {
    const answer = await authorizeRead(createFakeDirectory(), { by, reading }, tenant);

    expect(answer).toEqual(may ? { ok: true } : { ok: false, error: "not-listed" });
  });

  it.each<Exclude<Standing, "member">>(["guest", "bot", "deactivated", "foreign"])(
    "lets a %s read nothing, whatever list it is on",
    async (standing) => {
      const directory = createFakeDirectory();
      directory.setStanding(dan, standing);

      expect(await authorizeRead(directory, { by: dan, reading: "inventory" }, plain)).toEqual({
        ok: false,
        error: standing,
      });
    },
  );

  it.each<[call: string, from: number]>([
    ["directory.findStanding", 1],
    ["directory.isOn", 1],
    ["directory.isOn", 2],
  ])("lets nobody read while Slack does not answer %s number %i", async (call, from) => {
    const mishaps = createMishaps();
    mishaps.fail(call, { kind: "unreachable", times: 1, from });
    const directory = createFakeDirectory(mishaps);

    expect(await authorizeRead(directory, { by: cy, reading: "inventory" }, plain)).toEqual({
      ok: false,
      error: "cannot-tell-who-you-are",
    });
  });
});

describe("findReadable", () => {
  const asked = { by: dan, reading: "inventory" } as const;
  const other = aTenant({
    name: valueIn(parseTenantName("other")),
    readers: { people: [cy], groups: [] },
  });

  it("gives the tenants that somebody may read, and those that are unclear", async () => {
    const mishaps = createMishaps();
    mishaps.fail("directory.isOn", { kind: "unreachable", times: 1, from: 2 });

    expect(await findReadable(createFakeDirectory(mishaps), asked, [plain, other])).toEqual({
      ok: true,
      value: { tenants: [plain], unclear: [other] },
    });
    expect(await findReadable(createFakeDirectory(), asked, [plain, other])).toEqual({
      ok: true,
      value: { tenants: [plain], unclear: [] },
    });
  });

  it("says why there is none", async () => {
    const mishaps = createMishaps();
    mishaps.fail("directory.isOn", { kind: "unreachable", times: 1 });

    expect(await findReadable(createFakeDirectory(), asked, [other])).toEqual({
      ok: false,
      error: "not-listed",
    });
    expect(await findReadable(createFakeDirectory(mishaps), asked, [other])).toEqual({
      ok: false,
      error: "cannot-tell-who-you-are",
    });
  });
});

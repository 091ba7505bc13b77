import { describe, expect, it } from "vitest";
import { accountIn, systemIdOf } from "../../../src/flows/request/account-of-request.ts";
import { aDraft, existingSystem } from "../../support/data/a-draft.ts";
import { anOpening, given, requestId } from "../../support/data/a-request.ts";
import { acme } from "../../support/data/a-tenant.ts";
import { systemId, systemMade } from "../../support/fakes/a-step-context.ts";

describe("accountIn", () => {
  it("is the account that the request is about", () => {
    expect(accountIn(given(anOpening()))).toEqual(aDraft());
  });

  it("breaks on a request about no account: no step of its plan asks", () => {
    const request = given(anOpening({ kind: "activate", tenant: acme, reason: "Time to" }));

    expect(() => accountIn(request)).toThrow(`${requestId} is about no account`);
  });
});

describe("systemIdOf", () => {
  it("is that of the system that was there, or of the one that was made", () => {
    const onExisting = given(anOpening(aDraft({ system: existingSystem })));

    expect(systemIdOf(onExisting)).toBe(existingSystem.id);
    expect(systemIdOf(given(anOpening(), systemMade))).toBe(systemId);
  });

  it("breaks before it is made", () => {
    expect(() => systemIdOf(given(anOpening()))).toThrow("is not made yet");
  });
});

import { describe, expect, it } from "vitest";
import { decideStart } from "../../../src/flows/approval/decide-start.ts";
import { anOpening, expiresAt, given, start } from "../../support/data/a-request.ts";
import { dan } from "../../support/data/people.ts";

describe("decideStart", () => {
  it("breaks where nobody looked: nothing is begun unseen", () => {
    const handed = { kind: "handed-over", step: "activate", expiresAt, needsStart: true } as const;
    const request = given(anOpening(), handed);

    expect(() => decideStart(request, "activate", { by: dan, at: start })).toThrow(
      "A start needs to know what is pending now",
    );
  });
});

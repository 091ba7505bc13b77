import { describe, expect, it } from "vitest";
import { StoredEvent } from "../../src/store/stored-event.ts";
import { noon } from "./an-opened.ts";

describe("a stored event", () => {
  it("of before there was a quorum asks for one approval", () => {
    const asked = {
      digest: "sha256:00",
      pending: { kind: "cannot-see" },
      askedAt: noon,
      expiresAt: noon,
    };

    expect(StoredEvent.parse({ kind: "approval-asked", asked, unseen: [] })).toEqual({
      kind: "approval-asked",
      asked: { ...asked, needed: 1 },
      unseen: [],
    });
  });
});

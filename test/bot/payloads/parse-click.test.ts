import { describe, expect, it } from "vitest";
import { parseCardMetadata } from "../../../src/bot/payloads/metadata.ts";
import { parseClick } from "../../../src/bot/payloads/parse-click.ts";
import { aCredential } from "../../support/data/a-passkey.ts";
import { requestId } from "../../support/data/a-request.ts";
import { ben } from "../../support/data/people.ts";

const credential = aCredential("ben");

describe("what Slack sends", () => {
  it("never carries a passkey: not in a button, and not in a click that is written down", () => {
    const value = { request: requestId, digest: "sha256:shown" };
    const click = {
      id: "click",
      by: ben,
      request: requestId,
      answerTo: { kind: "person" },
      command: { kind: "approve", digest: "sha256:shown" },
    };
    const forged = { ...click, command: { ...click.command, credential } };

    expect(parseCardMetadata(JSON.stringify(value))).toEqual(value);
    expect(() => parseCardMetadata(JSON.stringify({ ...value, credential }))).toThrow("credential");
    expect(parseClick(JSON.stringify(click))).toEqual(click);
    expect(() => parseClick(JSON.stringify(forged))).toThrow("credential");
  });
});

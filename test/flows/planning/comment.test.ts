import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toComment } from "../../../src/flows/kinds/comment.ts";
import { listNamed } from "../../../src/flows/model/activations.ts";
import { requestId } from "../../support/data/a-request.ts";

const words = "permissions for the security group ISSG_Viva.";

describe("the comment of an activation", () => {
  it("carries ticket and reason on one line", () => {
    const comment = toComment(requestId, words, {
      reason: "Viva goes live\non Monday",
      ticket: "https://tickets.example/CHG-7",
    });

    expect(comment).toBe(
      `${requestId}: ${words} Ticket: https://tickets.example/CHG-7 Reason: Viva goes live on Monday`,
    );
  });

  it("is cut to the field, and the ticket comes before the reason is", () => {
    const comment = toComment(requestId, words, {
      reason: "x".repeat(3000),
      ticket: "https://tickets.example/CHG-7",
    });

    expect(comment).toHaveLength(500);
    expect(comment).toContain("CHG-7 Reason: xxx");
    expect(comment).toMatch(/x…$/);
  });

  it.each(["ISU-AAAABBBB", "isu-aaaabbbb", "https://t.example/ISU-AAAABBBB", "ISU-AAAABBBBCCCC"])(
    "names no other request, whatever is typed: %s",
    (typed) => {
      const named = `permissions for the security group ${typed}.`;
      const comment = toComment(requestId, named, { reason: `As in ${typed}.`, ticket: typed });

      expect(listNamed(comment)).toEqual([requestId]);
    },
  );

  it("names its request alone, wherever it is cut", () => {
    const part = fc.constantFrom("ISU-", "isu-", "ISU-AAAABBBB", "AAAABBBB", "-", " ", "x", "ISU");
    const typed = fc.array(part, { maxLength: 120 }).map((parts) => parts.join(""));
    fc.assert(
      fc.property(typed, fc.nat(480), (reason, filler) => {
        const comment = toComment(requestId, words, { reason: "y".repeat(filler) + reason });

        expect(listNamed(comment)).toEqual([requestId]);
      }),
    );
  });
});

import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Recorded } from "../../../src/flows/request/event.ts";
import { evolve, type Request, replay } from "../../../src/flows/request/request.ts";
import { recorded } from "../../support/data/a-request.ts";
import {
  approved,
  asked,
  created,
  denied,
  left,
  opening,
  voided,
} from "../../support/data/events.ts";

describe("replay", () => {
  it("knows no request without events", () => {
    expect(replay([])).toBeUndefined();
  });

  it("comes to the same from any point on the way", () => {
    const events = recorded([
      opening,
      created,
      { kind: "step-finished", step: "create-user", facts: { userWid: "b1" } },
      asked,
      approved,
      voided,
      asked,
      denied,
      left,
      { kind: "ended" },
    ]);

    fc.assert(
      fc.property(fc.integer({ min: 1, max: events.length }), (cut) => {
        const half = replay(events.slice(0, cut));
        expect(events.slice(cut).reduce<Request | undefined>(evolveOne, half)).toEqual(
          replay(events),
        );
      }),
    );
  });
});

function evolveOne(request: Request | undefined, event: Recorded): Request {
  return evolve(request, event);
}

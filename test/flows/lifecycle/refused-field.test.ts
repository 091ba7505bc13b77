import { describe, expect, it } from "vitest";
import { failStepWith } from "../../../src/flows/lifecycle/append-events.ts";
import type { Fault } from "../../../src/flows/model/fault.ts";
import { createWorld } from "../../support/fakes/world.ts";

const rejected = { kind: "rejected", outside: "Workday", words: "It does not know it." } as const;

describe("a step that Workday refuses", () => {
  it.each<[what: string, error: Fault, field: string | undefined]>([
    ["a field of the form", { ...rejected, field: "x509Key" }, "x509Key"],
    ["nothing that it names", rejected, undefined],
  ])("keeps what the refusal is about: %s", async (_what, error, field) => {
    const world = createWorld();
    await world.open();

    await failStepWith(world.deps, world.request(), { step: "enable-token-sign-on", error });

    const { phase } = world.request();
    expect(phase).toMatchObject({ kind: "stuck", words: rejected.words });
    expect("field" in phase ? phase.field : undefined).toBe(field);
    expect(world.events().at(-1)).toMatchObject({
      kind: "step-failed",
      ...(field !== undefined && { field }),
    });
  });
});

import { existsSync, globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { aDraft } from "../support/data/a-draft.ts";
import { anOpening, given, requestId } from "../support/data/a-request.ts";
import { ann } from "../support/data/people.ts";
import { anActing } from "../support/fakes/a-step-context.ts";
import { createWorld } from "../support/fakes/world.ts";
import { blocksBelow, exampleFor, textBelow } from "./examples/code-in-contributing.ts";
import { notifyRequester } from "./examples/notify-requester.ts";
import { tellRequester } from "./examples/tell-requester.ts";

/** The step that is there already and most like the example. */
const likest = "tell-after";

/** Where a file begins its way into the product: the files of the numbered list, in its order. */
const files = [...textBelow("A step").matchAll(/^\d\. `(src\/[^`]+)`/gm)].map(
  ([, file = ""]) => file,
);

describe("CONTRIBUTING.md, a step", () => {
  it("shows the code that is tried here", () => {
    expect(blocksBelow("A step")).toEqual([
      exampleFor("src/flows/step-kinds/own", "tell-requester.ts"),
      exampleFor("src/flows/steps", "notify-requester.ts"),
    ]);
  });

  it("is said as the plan says a step", () => {
    expect(tellRequester.describe(aDraft())).toBe("Tell who asked that ISU_Viva can be used");
  });

  it("does what it says", async () => {
    const world = createWorld();

    const told = await notifyRequester(anActing(world, { request: given(anOpening()) }));

    expect(told).toEqual({ ok: true, value: {} });
    expect(world.outbox.told).toMatchObject([
      { person: ann, words: "The integration user ISU_Viva can be used.", request: requestId },
    ]);
  });

  it("tells it once, however often it runs", async () => {
    const world = createWorld();

    await notifyRequester(anActing(world));
    await notifyRequester(anActing(world));

    expect(world.outbox.told).toHaveLength(1);
  });

  it(`names every file that names ${likest}, and how it is done, but for the kind that plans it`, () => {
    const naming = globSync("src/**/*.ts").filter((file) =>
      readFileSync(file, "utf8").includes(`"${likest}"`),
    );
    const planning = naming.filter((file) => /^src\/flows\/(?:planning|kinds)\//.test(file));
    const expected = files.map((file) => file.replace("tell-requester", likest));

    expect(planning).not.toEqual([]);
    expect(new Set(expected.filter((file) => !file.startsWith("src/flows/steps/")))).toEqual(
      new Set(naming.filter((file) => !planning.includes(file))),
    );
  });

  it("names files that are there, or are the example's own", () => {
    const own = files.filter((file) => !existsSync(file));

    expect(own).toEqual([
      "src/flows/step-kinds/own/tell-requester.ts",
      "src/flows/steps/notify-requester.ts",
    ]);
  });
});

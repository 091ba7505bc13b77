import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { TenantDefinition } from "../../sandbox/workday/definition.ts";
import { type Workday as Emulator, startWorkday } from "../../sandbox/workday/workday.ts";
import type { Learning } from "../../src/flows/ports/learning.ts";
import { ensureLearning, ensureSegment } from "../../src/flows/steps/ensure-learning.ts";
import { Secret } from "../../src/secret.ts";
import { createLearning } from "../../src/workday/adapters/learning.ts";
import { createFakeClock } from "../support/fakes/fake-clock.ts";
import { valueIn } from "../support/value-in.ts";
import { matching } from "../workday/support/matching.ts";
import { acme, botPassword } from "./workday-subjects.ts";

const own = ["Learning Segment Setup", "Manage: Learning Content"];

const learned: TenantDefinition = {
  ...acme,
  domains: [...acme.domains, ...own],
  learningTopics: ["Compliance", "Onboarding"],
  groups: [
    ...acme.groups,
    {
      name: "ISSG_Learning",
      members: ["ISU_Bot"],
      permissions: Object.fromEntries(own.map((domain) => [domain, ["Get", "Put"] as const])),
    },
  ],
};

describe("the service Learning's adapter on the emulator", () => {
  let emulator: Emulator;
  let learning: Learning;
  const clock = createFakeClock();

  beforeEach(async () => {
    emulator = await startWorkday({ tenants: [learned] });
    learning = anAdapter(emulator);
  });

  afterEach(() => emulator.stop());

  it("lists the topics that are there", async () => {
    const topics = valueIn(await learning.list("topic"));

    expect(topics).toEqual([
      { wid: matching(/^[0-9a-f]{32}$/), name: "Compliance" },
      { wid: matching(/^[0-9a-f]{32}$/), name: "Onboarding" },
    ]);
  });

  it.each(["topic", "category"] as const)("makes a %s, which is listed then", async (kind) => {
    const made = valueIn(await learning.add(kind, "Viva <& more>"));

    expect(valueIn(await learning.list(kind))).toContainEqual(made);
    expect(await learning.add(kind, "Viva <& more>")).toMatchObject({
      ok: false,
      error: { kind: "rejected" },
    });
  });

  it("makes a segment of topics, and lists it with them", async () => {
    const topics = valueIn(await learning.list("topic")).map(({ wid }) => wid);

    const made = valueIn(await learning.addSegment({ name: "Viva", topics }));

    expect(valueIn(await learning.listSegments())).toEqual([made]);
    expect(made.topics).toEqual(topics);
  });

  it("ensures topics and their segment, twice as once", async () => {
    const names = ["onboarding", "Viva"];
    const reach = { clock, learning };
    const things = valueIn(await ensureLearning(reach, "topic", names));
    const meant = { name: "For Viva", topics: things.map(({ wid }) => wid) };
    const segment = valueIn(await ensureSegment(reach, meant));

    expect(valueIn(await ensureLearning(reach, "topic", names))).toEqual(things);
    expect(valueIn(await ensureSegment(reach, meant))).toEqual(segment);
    expect(valueIn(await learning.list("topic"))).toHaveLength(3);
    expect(await ensureSegment(reach, { ...meant, topics: [] })).toMatchObject({
      error: { kind: "stopped" },
    });
  });

  it("says which domains its account lacks", async () => {
    await emulator.stop();
    emulator = await startWorkday({ tenants: [{ ...learned, groups: acme.groups }] });

    expect(await anAdapter(emulator).add("category", "Viva")).toMatchObject({
      ok: false,
      error: { kind: "denied", words: matching(/Learning Segment Setup/) },
    });
  });
});

function anAdapter({ url }: Emulator): Learning {
  return createLearning({
    servicesUrl: url,
    tenant: "acme_dpt1",
    version: "v31.2",
    account: { userName: "ISU_Bot", password: new Secret(botPassword) },
    timeoutMs: 5_000,
    allowHttpOnLoopback: true,
  });
}

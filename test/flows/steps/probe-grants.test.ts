import { describe, expect, it } from "vitest";
import type { ProbeAnswer } from "../../../src/flows/ports/workday.ts";
import { probeGrants } from "../../../src/flows/steps/probe-grants.ts";
import type { ProbeOperation } from "../../../src/flows/tenant/tenant.ts";
import { err, ok } from "../../../src/result.ts";
import { Secret } from "../../../src/secret.ts";
import { aDraft } from "../../support/data/a-draft.ts";
import { anOpening, given } from "../../support/data/a-request.ts";
import { anActing } from "../../support/fakes/a-step-context.ts";
import { aFault, faultWords } from "../../support/fakes/fault-injection.ts";
import { createWorld } from "../../support/fakes/world.ts";

const permissions = {
  Get: ["worker data:  WORKERS", "Manage: Learning Content", "Integration Build", "Payroll"],
  Put: ["Worker Data: Workers"],
  View: ["Worker Data: Workers"],
  Modify: ["Worker Data: Workers"],
};
const request = given(anOpening(aDraft({ permissions })));
const denied = err(aFault("denied"));
const rejected = err(aFault("rejected"));

type Answers = Partial<Record<ProbeOperation, ReturnType<typeof ok<ProbeAnswer>> | typeof denied>>;

async function probe(answers: Answers): Promise<{
  readonly outcome: Awaited<ReturnType<typeof probeGrants>>;
  readonly asked: readonly ProbeOperation[];
}> {
  const world = createWorld();
  const acting = anActing(world, { request });
  const asked: ProbeOperation[] = [];
  const workday = {
    ...world.workday,
    probe: async (_as: unknown, operation: ProbeOperation) => {
      asked.push(operation);
      return answers[operation] ?? ok<ProbeAnswer>("answered");
    },
  };
  const outcome = await probeGrants(
    { ...acting, place: { ...acting.place, workday } },
    new Secret("Canary#1"),
  );
  return { outcome, asked };
}

const notProbed = [
  { kind: "not-probed", domain: "Payroll", access: "Get" },
  { kind: "not-probed", domain: "Worker Data: Workers", access: "Put" },
  { kind: "not-probed", domain: "Worker Data: Workers", access: "View" },
  { kind: "not-probed", domain: "Worker Data: Workers", access: "Modify" },
];

describe("probeGrants", () => {
  it("tells for each permission what a read showed, and that a Get proves nothing else", async () => {
    const { outcome, asked } = await probe({
      Get_Learning_Topics: ok("not-authorized"),
      Get_Integration_Systems: denied,
    });

    expect(outcome).toEqual({
      ok: true,
      value: [
        { kind: "verified", domain: "worker data:  WORKERS", operation: "Get_Workers" },
        { kind: "refused", domain: "Manage: Learning Content", operation: "Get_Learning_Topics" },
        { kind: "unanswered", domain: "Integration Build", words: faultWords },
        ...notProbed,
      ],
    });
    expect(asked).toEqual(["Get_Workers", "Get_Learning_Topics", "Get_Integration_Systems"]);
  });

  it("does not take a sign-on that is refused later for a missing permission", async () => {
    const { outcome } = await probe({ Get_Learning_Topics: ok("not-signed-on") });

    expect(outcome).toMatchObject({
      value: [
        {},
        { kind: "unanswered", words: "Workday refused the sign-on." },
        {},
        {},
        {},
        {},
        {},
      ],
    });
  });

  it("takes a no that only somebody hears who signed on for a sign-on", async () => {
    const { outcome } = await probe({ Get_Workers: rejected });

    expect(outcome).toMatchObject({
      ok: true,
      value: [{ kind: "unanswered" }, {}, {}, {}, {}, {}, {}],
    });
  });

  it("stops when nobody can sign on, and probes nothing further", async () => {
    const { outcome, asked } = await probe({ Get_Workers: ok("not-signed-on") });

    expect(outcome).toMatchObject({ ok: false, error: { kind: "stopped" } });
    expect(outcome.ok ? "" : outcome.error.words).toContain("a new password is issued");
    expect(asked).toEqual(["Get_Workers"]);
  });

  it("hands a fault on before anybody has signed on", async () => {
    expect((await probe({ Get_Workers: denied })).outcome).toEqual(denied);
  });
});

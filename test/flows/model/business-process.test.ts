import { describe, expect, it } from "vitest";
import { originOf } from "../../../src/flows/authorization/recipe-rules.ts";
import { fillFromRecipe, parseDraft } from "../../../src/flows/intake/parse-draft.ts";
import { toRawDraft } from "../../../src/flows/intake/to-raw-draft.ts";
import {
  type BusinessProcess,
  describeProcess,
  parseProcesses,
  writeProcess,
} from "../../../src/flows/model/business-process.ts";
import { describeExpected } from "../../../src/flows/planning/describe-expected.ts";
import { describeTask } from "../../../src/flows/step-kinds/describe-task.ts";
import { handToImplementation } from "../../../src/flows/steps/implementation-service/hand-to-implementation.ts";
import { like } from "../../bot/support/like.ts";
import { aDraft, aRawDraft } from "../../support/data/a-draft.ts";
import { allBy, aTenant } from "../../support/data/a-tenant.ts";
import { aRawChange, withAccount } from "../../support/data/changes.ts";
import { bea, ben } from "../../support/data/people.ts";
import { createWorld } from "../../support/fakes/world.ts";
import { valueIn } from "../../support/value-in.ts";

const named: BusinessProcess = {
  policy: "Work Contact Change",
  action: "Change Work Contact Information (Web Service)",
};
const unnamed: BusinessProcess = { policy: "Contact Change" };
const lines = `${writeProcess(named)}\n${writeProcess(unnamed)}`;
const raw = aRawDraft({ businessProcesses: lines });

describe("business processes", () => {
  it.each<[text: string, found: readonly BusinessProcess[]]>([
    ["", []],
    [lines, [named, unnamed]],
    ["\n  Contact   Change \r\ncontact change\n", [unnamed]],
    ["Contact Change |", [unnamed]],
  ])("are read from %o", (text, found) => {
    expect(valueIn(parseProcesses(text))).toEqual(found);
  });

  it.each([
    ["| Action", "One business process"],
    ["A | B | C", "One business process"],
    ["A\u202Eb", "invisible character U+202E"],
    ["A".repeat(301), "One business process"],
    ["Hire | Import Hire\nhire", "hire stands with an action and without one"],
    [Array.from({ length: 21 }, (_, at) => `Process ${at}`).join("\n"), "20 business processes"],
  ])("%o is refused", (text, words) => {
    expect(parseProcesses(text)).toEqual({ ok: false, error: like(words) });
  });

  it("that administer security are refused on their field", () => {
    const guarded = aRawDraft({ businessProcesses: "Security Group  Event" });

    expect(
      parseDraft(guarded, aTenant({ refusedDomains: ["security group event"] })),
    ).toMatchObject({
      error: { businessProcesses: like("administers security itself") },
    });
  });

  it("that cannot be read are refused on their field", () => {
    expect(parseDraft({ ...raw, businessProcesses: "| Action" }, aTenant())).toMatchObject({
      error: { businessProcesses: like("One business process") },
    });
  });

  it.each(["grant-business-processes", "revoke-business-processes"] as const)(
    "are a task for people: %s",
    (name) => {
      const said = describeTask({ name, groupName: "ISSG", businessProcesses: [named] });

      expect(said.title).toBe("Edit Business Process Security Policy");
      expect(said.fields.map(({ value }) => value)).toEqual(["ISSG", describeProcess(named)]);
    },
  );

  it("say the initiating action where none is named", () => {
    expect(describeProcess(unnamed)).toBe("Contact Change: its initiating action (web service)");
  });

  it("are said on the card, also those to be removed", () => {
    const one = { ...named, kind: "business-process", change: "Removed" } as const;
    const { groupName: securityGroup } = aDraft();

    expect(describeExpected({ ...one, securityGroup }, aDraft())).toBe(
      `${describeProcess(named)} (to be removed)`,
    );
  });

  it("come into the form from the recipe, those that are needed", () => {
    const recipe = {
      name: "acme",
      vendor: "Acme",
      source: "Acme",
      date: "2026-11-22",
      doNotAllowUiSessions: true,
      permissions: aDraft().permissions,
      businessProcesses: [named, { ...unnamed, optional: "writeback" }],
    };

    expect(fillFromRecipe(recipe, aTenant()).businessProcesses).toBe(writeProcess(named));
    expect(toRawDraft(aDraft({ businessProcesses: [named, unnamed] })).businessProcesses).toBe(
      lines,
    );
  });

  it("that a recipe does not name depart from it", () => {
    const { permissions, doNotAllowUiSessions } = aDraft();
    const covers = { permissions, doNotAllowUiSessions };
    const draft = aDraft({ businessProcesses: [named] });
    function ruled(own: typeof covers & { businessProcesses?: readonly BusinessProcess[] }) {
      const perRecipe = [{ recipe: "viva-learning", covers: own, rules: {} }];
      return originOf(draft, aTenant({ perRecipe })).kind;
    }

    expect(ruled(covers)).toBe("departed");
    expect(ruled({ ...covers, businessProcesses: [named] })).toBe("recipe");
  });
});

describe("a request with business processes", () => {
  it.each(["runner", "person"] as const)(
    "has them pending until the one activation, by %s",
    async (hand) => {
      const world = createWorld({ raw, tenant: aTenant({ hands: allBy(hand) }) });
      await world.open();
      const done = await world.live(async (digest) => {
        expect(world.request().facts.unseen).toEqual([]);
        const changes = world.workday.tenant.pending();
        expect(changes.filter(({ kind }) => kind === "business-process")).toHaveLength(2);
        await world.click(ben, { kind: "approve", digest });
      });

      expect(done.phase).toEqual({ kind: "done" });
      expect(done.plan.map(({ name }) => name)).toContain("grant-business-processes");
      expect(done.facts.verification).toMatchObject({
        outcome: "unverified",
        items: [{ words: like("Work Contact Change") }, { words: like("Contact Change") }],
      });
      expect(world.workday.tenant.pending()).toEqual([]);
    },
  );

  it("needs no domain besides", async () => {
    const domains = { Get: "", Put: "", View: "", Modify: "" };
    const world = createWorld({ raw: { ...raw, domains } });
    await world.open();
    const done = await world.live();

    expect(done.phase).toEqual({ kind: "done" });
    expect(done.plan.map(({ name }) => name)).not.toContain("grant-permissions");
    expect(world.workday.tenant.active()).toHaveLength(2);
  });

  it("that is denied takes them back", async () => {
    const world = createWorld({ raw });
    await world.open();
    const ended = await world.live((digest) =>
      world.click(ben, { kind: "deny", digest, reason: "No" }),
    );

    expect(ended.phase).toEqual({ kind: "ended" });
    expect(world.workday.tenant.pending()).toEqual([]);
  });

  it("is retired with them", async () => {
    const world = await withAccount({ raw });
    await world.openNext(aRawChange({ kind: "retire" }));
    const steps = world.request().plan.map(({ name }) => name);
    await world.live(async (digest) => {
      await world.click(ben, { kind: "approve", digest });
      if (world.request().phase.kind === "waiting-for-approval") {
        await world.click(bea, { kind: "approve", digest });
      }
    });

    expect(steps).toContain("revoke-business-processes");
    const revoked = world.runner.orders.map(({ task }) => task.name);
    expect(revoked).toContain("revoke-business-processes");
  });

  it("is nothing for the implementation service", async () => {
    const world = createWorld({ raw });
    await world.open();
    const acting = {
      deps: world.deps,
      place: world.deps.contextOf(world.tenant.name),
      request: world.request(),
      wasBegun: false,
    };

    const acted = await handToImplementation(acting, {
      name: "grant-business-processes",
      groupName: "ISSG_Viva",
      businessProcesses: [named],
    });

    expect(acted).toMatchObject({
      error: { kind: "stopped", words: like("a runner or a person") },
    });
  });
});

import { describe, expect, it } from "vitest";
import { findLeftovers, reconcile } from "../../../src/flows/cleanup/find-leftovers.ts";
import { instant } from "../../../src/flows/model/ids.ts";
import type { Event, Leftover } from "../../../src/flows/request/event.ts";
import type { StepName } from "../../../src/flows/tasks/step.ts";
import { Secret } from "../../../src/secret.ts";
import { aDraft, existingSystem } from "../../support/data/a-draft.ts";
import { anOpening, aPendingChange, given, requestId } from "../../support/data/a-request.ts";
import { activating, approved, asked, left } from "../../support/data/events.ts";
import { systemId, systemMade } from "../../support/fakes/a-step-context.ts";
import { createWorld, type World } from "../../support/fakes/world.ts";
import { valueIn } from "../../support/value-in.ts";

const name = "workday-isu-acme-dpt1-ISU-Viva";

function begun(...steps: readonly StepName[]): readonly Event[] {
  return steps.map((step) => ({ kind: "step-begun", step }));
}

async function keepSecret({ vault }: World): Promise<void> {
  const tags = { request: requestId, isu: "ISU_Viva", tenant: "acme_dpt1" };
  const secret = { name, value: new Secret("Canary#1"), tags, expiresAt: instant(0) };
  await vault.enableVersion(valueIn(await vault.putDisabledVersion(secret)));
}

async function look(world: World, ...events: readonly Event[]): Promise<readonly Leftover[]> {
  return findLeftovers(world.deps, given(anOpening(), ...events));
}

describe("inspect", () => {
  it("looks for nothing that was not begun", async () => {
    const world = createWorld();

    expect(await look(world)).toEqual([]);
    expect(world.mishaps.calls).toEqual([]);
  });

  it("says that a key may still sign on where x509 was switched on", async () => {
    const world = createWorld();
    world.workday.addSystem(systemId, "Viva integration");
    world.workday.addUser(systemId, "ISU_Viva");
    const draft = aDraft({ x509: { key: { type: "Certificate_ID", id: "Sig" } } });
    const request = given(anOpening(draft), systemMade, ...begun("create-user"));
    const enabled = given(
      anOpening(draft),
      systemMade,
      ...begun("create-user", "enable-token-sign-on"),
    );

    const user = { systemId, userName: "ISU_Viva", password: "unchanged" } as const;
    const key = { type: "Certificate_ID", id: "Sig" } as const;
    const words = "Whoever holds its x509 or SAML key may still sign on";

    await world.workday.putIntegrationSystemUser({ ...user, tokens: [{ x509: { key } }] });
    const [before] = await findLeftovers(world.deps, request);
    const [after] = await findLeftovers(world.deps, enabled);
    await world.workday.putIntegrationSystemUser({ ...user, tokens: [{ off: { x509: { key } } }] });
    const [off] = await findLeftovers(world.deps, enabled);
    world.mishaps.fail("workday.findUserOfSystem", { kind: "denied" });
    const [unread] = await findLeftovers(world.deps, enabled);

    expect(before?.words).not.toContain("x509");
    expect(after?.words).toContain(words);
    expect(off?.words).not.toContain("x509");
    expect(unread?.words).toContain(words);
  });

  it("finds nothing where all is gone", async () => {
    const world = createWorld();
    const all = begun(
      "create-integration-system",
      "create-user",
      "create-security-group",
      "grant-permissions",
      "issue-credential",
    );

    expect(await look(world, ...all)).toEqual([]);
  });

  it.each<
    [
      what: Leftover["what"],
      step: StepName,
      prepare: (world: World) => void | Promise<void>,
      words: string,
    ]
  >([
    [
      "integration-system",
      "create-integration-system",
      ({ workday }) => workday.addSystem(systemId, "Viva"),
      "The integration system ISU_BOT_ISU_7K3M9QXV (Viva integration) stays: Workday has no web service that deletes one. Delete it in Workday, or keep it.",
    ],
    [
      "account",
      "create-user",
      ({ workday }) => workday.addUser(systemId, "isu_viva"),
      "The account ISU_Viva stays: Workday has no web service that deletes one. Its password is known to nobody. Disable it in Workday.",
    ],
    [
      "security-group",
      "create-security-group",
      ({ workday }) => workday.tenant.addGroup("ISSG_Viva", ["isu_viva"]),
      "The security group ISSG_Viva stays (active, with the user). Delete it in Workday when nothing needs it.",
    ],
    [
      "permissions",
      "grant-permissions",
      ({ workday }) => workday.tenant.addPending(aPendingChange()),
      "1 permissions of ISSG_Viva are still pending: the next activation in the tenant would make them live. Remove them with Maintain Permissions for Security Group.",
    ],
    [
      "permissions",
      "grant-permissions",
      ({ workday }) => workday.tenant.addPending(aPendingChange({ change: "Removed" })),
      "The removal of 1 permissions of ISSG_Viva is pending: it takes effect with the next activation in the tenant.",
    ],
    [
      "secret",
      "issue-credential",
      keepSecret,
      `The secret ${name} may still have an enabled version of this request. Disable it in Key Vault.`,
    ],
  ])("finds the %s", async (what, step, prepare, words) => {
    const world = createWorld();
    await prepare(world);

    expect(await look(world, systemMade, ...begun(step))).toEqual([{ what, words }]);
  });

  it.each<[where: string, prepare: (world: World) => void]>([
    ["on no system", ({ workday }) => workday.addAccount("ISU_Viva")],
    ["on another system", ({ workday }) => workday.addUser("INT_Payroll", "ISU_Viva")],
  ])(
    "does not ask anybody to disable an account %s that may be somebody's",
    async (_where, prepare) => {
      const world = createWorld();
      prepare(world);

      expect(await look(world, systemMade, ...begun("create-user"))).toEqual([
        {
          what: "account",
          words:
            "There is an account ISU_Viva that may not be this request's. Look whose it is in Workday before anybody changes it.",
        },
      ]);
    },
  );

  it("does not ask it on an existing system either, where no reply proved the account", async () => {
    const world = createWorld();
    world.workday.addUser(existingSystem.id, "ISU_Viva");
    const opened = anOpening(aDraft({ system: existingSystem }));
    const made: Event = { kind: "step-finished", step: "create-user", facts: { userWid: "b1" } };

    const unproven = await findLeftovers(world.deps, given(opened, ...begun("create-user")));
    const proven = await findLeftovers(world.deps, given(opened, ...begun("create-user"), made));

    expect(unproven[0]?.words).toContain("may not be this request's");
    expect(proven[0]?.words).toContain("Disable it in Workday");
  });

  it("tells an inactive group without the user from an active one", async () => {
    const world = createWorld();
    const { tenant } = world.workday;
    tenant.addGroup("ISSG_Viva");
    tenant.perform({ name: "inactivate-security-group", groupName: "ISSG_Viva" });

    const [found] = await look(world, ...begun("create-security-group"));

    expect(found?.words).toContain("(inactive, without the user)");
  });

  it("takes a secret for closed when only somebody else's version is enabled", async () => {
    const world = createWorld();
    world.vault.putForeign(name);

    expect(await look(world, ...begun("issue-credential"))).toEqual([]);
  });

  it.each<[call: string, step: StepName, what: Leftover["what"]]>([
    ["workday.findIntegrationSystem", "create-integration-system", "integration-system"],
    ["workday.findAccount", "create-user", "account"],
    ["workday.readSecurityGroups", "create-security-group", "security-group"],
    ["workday.readPendingChanges", "grant-permissions", "permissions"],
    ["vault.listVersions", "issue-credential", "secret"],
  ])("counts as left what %s cannot tell", async (call, step, what) => {
    const world = createWorld();
    world.mishaps.fail(call, { kind: "unreachable" });

    expect(await look(world, ...begun(step))).toMatchObject([{ what }]);
  });

  it.each<[granted: readonly StepName[], gaveUp: readonly StepName[], tasks: string]>([
    [["grant-permissions"], ["revoke-permissions"], "Maintain Permissions for Security Group"],
    [
      ["grant-business-processes"],
      ["revoke-business-processes"],
      "Edit Business Process Security Policy",
    ],
    [
      ["grant-permissions", "grant-business-processes"],
      ["revoke-permissions", "revoke-business-processes"],
      "Maintain Permissions for Security Group and Edit Business Process Security Policy",
    ],
  ])(
    "says that what was granted (%s) may be active when taking it away was given up after an activation",
    async (granted, steps, tasks) => {
      const world = createWorld();
      const gaveUp = steps.map((step): Event => ({ kind: "gave-up", step }));

      const before = await look(world, ...begun(...granted), ...gaveUp);
      const after = await look(world, ...begun(...granted, "activate"), ...gaveUp);

      expect(before).toEqual([]);
      expect(after.map(({ words }) => words)).toEqual([
        `Permissions of ISSG_Viva may be active: they were activated, and taking them away did not succeed. Press Clean up again, or remove them with ${tasks}.`,
      ]);
    },
  );

  it.each<[when: string, events: readonly Event[], state: string]>([
    ["before an approval", [], "pending"],
    ["after one", [asked, approved], "pending"],
    ["after an activation", [asked, approved, activating], "active"],
  ])("says what may be left where nobody can see, %s", async (_when, events, state) => {
    const world = createWorld({ hasReports: false });

    const found = await look(
      world,
      ...events,
      ...begun("create-security-group", "grant-permissions"),
    );

    expect(found.map(({ words }) => words)).toEqual([
      "The security group ISSG_Viva may be there: the bot cannot see groups in this tenant. Look at it in Workday.",
      `Permissions of ISSG_Viva may be ${state}: the bot cannot see pending changes in this tenant. Look at the group in Workday.`,
    ]);
  });
});

describe("reconcile", () => {
  const account = { what: "account", words: "It stays." } as const;
  const request = given(anOpening(), left);

  it.each<[what: string, found: readonly Leftover[], events: readonly Event[]]>([
    ["nothing when all is as it was", [account], []],
    ["what is gone", [], [{ kind: "gone", what: "account" }]],
    [
      "what has changed",
      [{ ...account, words: "Still." }],
      [{ kind: "left-behind", item: { ...account, words: "Still." } }],
    ],
    [
      "what is new",
      [account, { what: "secret", words: "Enabled." }],
      [{ kind: "left-behind", item: { what: "secret", words: "Enabled." } }],
    ],
  ])("tells %s", (_what, found, events) => {
    expect(reconcile(request, found)).toEqual(events);
  });
});

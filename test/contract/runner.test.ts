import { createHash } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { parseTenantName, toRequestId } from "../../src/flows/model/ids.ts";
import { type PendingChange, toDigestText } from "../../src/flows/model/pending.ts";
import { noPermissions } from "../../src/flows/model/permissions.ts";
import type { Runner, RunnerAnswer } from "../../src/flows/ports/runner.ts";
import type { Task } from "../../src/flows/tasks/task.ts";
import { createFakeRunner } from "../support/fakes/fake-runner.ts";
import { createFakeTenant } from "../support/fakes/fake-tenant.ts";
import { valueIn } from "../support/value-in.ts";
import { anAdapter, startEmulator } from "./an-adapter.ts";

/** One runner to hold to the contract, and the tenant that it works in. */
interface Subject {
  readonly runner: Runner;
  readonly pending: () => readonly PendingChange[];
  readonly groups: () => readonly string[];
  /** Somebody else changes a policy. */
  readonly meddle: () => void;
  readonly activations: () => number;
  readonly stop: () => Promise<void>;
}

const subjects: readonly (readonly [name: string, start: () => Promise<Subject>])[] = [
  ["the fake", startFake],
  ["the adapter on the emulator", startOnEmulator],
];

const tenant = valueIn(parseTenantName("acme_dpt1"));
const request = toRequestId([1, 2, 3, 4, 5, 6, 7, 8]);
const permissions = { ...noPermissions, Get: ["Integration Build"] };
const group: Task = { name: "create-security-group", groupName: "ISSG_New" };
const grant: Task = { name: "grant-permissions", groupName: "ISSG_New", permissions };
const activate: Task = { name: "activate", comment: "For Okta" };

describe.each(subjects)("the Runner port: %s", (_name, start) => {
  let subject: Subject;

  beforeEach(async () => {
    subject = await start();
  });

  afterEach(() => subject.stop());

  async function perform(
    task: Task,
    key: string = task.name,
    pendingDigest?: string,
  ): Promise<RunnerAnswer> {
    const approved = pendingDigest === undefined ? {} : { pendingDigest };
    const answer = await subject.runner.perform({ key, tenant, request, task, ...approved });
    return valueIn(answer);
  }

  it("does every task of a request from its beginning to its clean-up", async () => {
    const user = { groupName: "ISSG_New", userName: "ISU_Taken" };

    const answers = [
      await perform(group),
      await perform({ name: "add-group-member", ...user }),
      await perform(grant),
    ];
    answers.push(await perform(activate, "activate", digestOf(subject.pending())));
    answers.push(await perform({ name: "revoke-permissions", groupName: "ISSG_New", permissions }));
    answers.push(await perform({ name: "remove-group-member", ...user }));
    answers.push(await perform({ name: "inactivate-security-group", groupName: "ISSG_New" }));

    expect(answers).toEqual(Array.from({ length: 7 }, () => ({ kind: "done" })));
    expect(subject.pending()).toMatchObject([{ change: "Removed", policy: "Integration Build" }]);
  });

  it("does a task once, however often it is handed over under its key", async () => {
    await perform(group);
    await perform(grant);
    const approved = digestOf(subject.pending());

    await perform(activate, "one", approved);
    subject.meddle();
    await perform(activate, "one", approved);

    expect(subject.activations()).toBe(1);
    expect(subject.pending()).toHaveLength(1);
  });

  it("activates nothing when what is pending is not what was approved", async () => {
    await perform(group);
    await perform(grant);
    const approved = digestOf(subject.pending());
    subject.meddle();

    const answer = await perform(activate, "late", approved);

    expect(answer).toMatchObject({ kind: "failed", reason: "pending-changed" });
    expect(subject.activations()).toBe(0);
    expect(subject.pending()).toHaveLength(2);
  });
});

async function startOnEmulator(): Promise<Subject> {
  const emulator = await startEmulator();
  const view = emulator.tenant("acme_dpt1");
  return {
    runner: anAdapter(emulator),
    pending: () => view.pending(),
    groups: () => view.groups().map(({ name }) => name),
    meddle: () => {
      view.seedPendingDomainChange({
        policy: "Integration Security",
        securityGroup: "ISSG_Bot",
        access: "View",
        change: "Added",
        by: "lmcneil",
      });
    },
    activations: () => view.timestamps().filter(({ comment }) => comment === "For Okta").length,
    stop: () => emulator.stop(),
  };
}

async function startFake(): Promise<Subject> {
  const fake = createFakeTenant();
  return {
    runner: createFakeRunner({ tenant: fake, digest: sha256 }),
    pending: fake.pending,
    groups: () => fake.groups().map(({ name }) => name),
    meddle: () => {
      fake.addPending({
        kind: "domain",
        policy: "Integration Security",
        action: "",
        securityGroup: "ISSG_Bot",
        access: "View",
        change: "Added",
      });
    },
    activations: () => fake.activations.length,
    stop: async () => undefined,
  };
}

function digestOf(changes: readonly PendingChange[]): string {
  return sha256(toDigestText(changes));
}

function sha256(text: string): string {
  return `sha256:${createHash("sha256").update(text).digest("hex")}`;
}

import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { disclosed } from "../../sandbox/key-vault/answers.ts";
import { startKeyVault } from "../../sandbox/key-vault/key-vault.ts";
import type { Fault } from "../../src/flows/model/fault.ts";
import { instant } from "../../src/flows/model/ids.ts";
import type { Vault } from "../../src/flows/ports/vault.ts";
import type { Result } from "../../src/result.ts";
import { Secret } from "../../src/secret.ts";
import { createCredential } from "../../src/secrets/identity.ts";
import { createVault } from "../../src/secrets/key-vault.ts";

type Mishap = "denied" | "unreachable" | "unknown" | "unreadable" | "late";

/** One vault to hold to the contract, and a hand on what lies behind it. */
interface Subject {
  readonly vault: Vault;
  /** Makes the next write fail. */
  readonly failNextWrite: (how: Mishap) => void;
  readonly valueOf: (name: string, version: string) => string | undefined;
  /** What an application reads under the name now. */
  readonly readAsConsumer: (name: string) => string | undefined;
  /** Stores a secret the way somebody else would. */
  readonly putForeign: (name: string) => Promise<void>;
  /** Deletes a secret the way a person would. */
  readonly remove: (name: string) => Promise<void>;
  readonly forget: () => void;
  readonly stop: () => Promise<void>;
}

const subjects: readonly (readonly [name: string, start: () => Promise<Subject>])[] = [
  ["the Key Vault adapter on the emulator", startOnEmulator],
];

const tags = { request: "ISU-7K3M9QXV", isu: "ISU_Okta", tenant: "acme_dpt1" };
const expiresAt = instant(1_798_761_600_000);

describe.each(subjects)("the Vault port: %s", (_name, start) => {
  let subject: Subject;

  beforeAll(async () => {
    subject = await start();
  });

  afterEach(() => subject.forget());

  afterAll(() => subject.stop());

  function put(name: string, value = "canary-1"): ReturnType<Vault["putDisabledVersion"]> {
    return subject.vault.putDisabledVersion({ name, value: new Secret(value), tags, expiresAt });
  }

  it("stores a disabled version that nobody can read until it is enabled", async () => {
    const reference = valueIn(await put("stored"));
    const before = subject.readAsConsumer("stored");
    const enabled = await subject.vault.enableVersion(reference);

    expect(reference.version).toMatch(/^[0-9a-f]{32}$/);
    expect(reference.url).toMatch(/\/secrets\/stored$/);
    expect(reference.versionedUrl).toBe(`${reference.url}/${reference.version}`);
    expect([before, subject.readAsConsumer("stored")]).toEqual([undefined, "canary-1"]);
    expect(enabled).toEqual({ ok: true, value: undefined });
  });

  it("lists no versions of a name that is not there", async () => {
    expect(await subject.vault.listVersions("absent")).toEqual({ ok: true, value: [] });
  });

  it("lists the versions with their tags", async () => {
    const reference = valueIn(await put("listed"));

    const [listed, ...others] = valueIn(await subject.vault.listVersions("listed"));
    const { createdAt, ...version } = listed ?? {};
    expect([version, ...others]).toEqual([
      { reference, enabled: false, tags: { "managed-by": "workday-isu-bot", ...tags } },
    ]);
    expect(createdAt).toBeTypeOf("number");
  });

  it("makes one more version when it is repeated", async () => {
    const first = valueIn(await put("repeated", "one"));
    const second = valueIn(await put("repeated", "two"));

    expect(valueIn(await subject.vault.listVersions("repeated"))).toHaveLength(2);
    expect(subject.valueOf("repeated", first.version)).toBe("one");
    expect(subject.valueOf("repeated", second.version)).toBe("two");
  });

  it("enables and disables as often as it is asked", async () => {
    const reference = valueIn(await put("switched"));

    valueIn(await subject.vault.enableVersion(reference));
    valueIn(await subject.vault.enableVersion(reference));
    valueIn(await subject.vault.disableVersion(reference));
    valueIn(await subject.vault.disableVersion(reference));

    expect(valueIn(await subject.vault.listVersions("switched"))).toMatchObject([
      { enabled: false, tags },
    ]);
  });

  it("leaves a secret alone that it did not make", async () => {
    await subject.putForeign("foreign");

    expect(await put("foreign")).toMatchObject({ ok: false, error: { kind: "rejected" } });
    expect(valueIn(await subject.vault.listVersions("foreign"))).toHaveLength(1);
  });

  it("leaves a secret alone that it made for another user or tenant", async () => {
    valueIn(await put("taken"));

    const forAnother = await subject.vault.putDisabledVersion({
      name: "taken",
      value: new Secret("two"),
      tags: { ...tags, isu: "ISU_Other" },
      expiresAt,
    });

    expect(forAnother).toMatchObject({ ok: false, error: { kind: "rejected" } });
  });

  it("is told that a deleted secret holds the name", async () => {
    valueIn(await put("deleted"));
    await subject.remove("deleted");

    expect(await put("deleted")).toMatchObject({ ok: false, error: { kind: "rejected" } });
  });

  it("says rejected when a version to enable is gone", async () => {
    const reference = { ...valueIn(await put("gone")), version: "0".repeat(32) };

    expect(await subject.vault.enableVersion(reference)).toMatchObject({
      ok: false,
      error: { kind: "rejected" },
    });
  });

  it.each<[how: Mishap, kind: Fault["kind"]]>([
    ["denied", "denied"],
    ["unreachable", "unreachable"],
    ["unknown", "unknown"],
    ["unreadable", "unreadable"],
    ["late", "unknown"],
  ])("says so in words of its own when a write is %s", async (how, kind) => {
    subject.failNextWrite(how);

    const answer = await put(`failed-${how}`, "canary-2");

    expect(answer).toMatchObject({ ok: false, error: { kind, outside: "Key Vault" } });
    const shown = JSON.stringify(answer);
    for (const foreign of ["canary", "127.0.0.1", ...Object.values(disclosed)]) {
      expect(shown).not.toContain(foreign);
    }
  });

  it("writes no second version by itself when the answer is lost", async () => {
    subject.failNextWrite("unknown");
    await put("lost");

    expect(valueIn(await subject.vault.listVersions("lost"))).toHaveLength(1);
  });

  it("keeps many writes at once apart", async () => {
    const names = Array.from({ length: 12 }, (_, index) => `parallel-${index}`);

    const references = await Promise.all(names.map((name) => put(name, `value of ${name}`)));

    for (const [index, answer] of references.entries()) {
      const { name, version } = valueIn(answer);
      expect(name).toBe(names[index]);
      expect(subject.valueOf(name, version)).toBe(`value of ${name}`);
    }
  });
});

describe("createVault", () => {
  it.each([
    ["a foreign host", "https://vault.example.com", {}],
    ["loopback that nobody allowed", "http://127.0.0.1:4100", {}],
  ])("refuses %s", (_why, url, more) => {
    const credential = createCredential({ kind: "azure-cli" });

    expect(() => createVault({ url, credential, ...more })).toThrow(/vault\.azure\.net/);
  });
});

async function startOnEmulator(): Promise<Subject> {
  const officer = "5f2b3a52-7c1e-4f38-9d51-0a4c8be6f001";
  const emulator = await startKeyVault({ role: "set-only", identities: { [officer]: "officer" } });
  vi.stubEnv("IDENTITY_ENDPOINT", emulator.identityEndpoint);
  vi.stubEnv("IDENTITY_HEADER", emulator.identityHeader);
  const ask = askAs(emulator, officer);
  const mishaps = {
    denied: { kind: "rbac" },
    unreachable: { kind: "throttled" },
    unknown: { kind: "cut-after" },
    unreadable: { kind: "nonsense" },
    late: { kind: "delay", milliseconds: 5_000 },
  } as const;
  return {
    vault: createVault({
      url: emulator.url,
      credential: createCredential({ kind: "managed-identity" }),
      allowLoopback: true,
      timeoutMs: 1_000,
    }),
    failNextWrite: (how) => emulator.failNext({ method: "PUT", ...mishaps[how] }),
    valueOf: emulator.valueOf,
    readAsConsumer: (name) => {
      const answer = emulator.readAsConsumer(name);
      return answer.ok ? answer.value : undefined;
    },
    putForeign: (name) => ask("PUT", `/secrets/${name}`, JSON.stringify({ value: "theirs" })),
    remove: async (name) => {
      await ask("DELETE", `/secrets/${name}`);
      emulator.settle();
    },
    forget: emulator.clearFaults,
    stop: emulator.stop,
  };
}

/** Somebody who may do everything, without our adapter in between. */
function askAs(
  emulator: {
    readonly url: string;
    readonly identityEndpoint: string;
    readonly identityHeader: string;
  },
  clientId: string,
): (method: string, path: string, body?: string) => Promise<void> {
  return async (method, path, body) => {
    const credential = createCredential({ kind: "managed-identity", clientId });
    const token = await credential.getToken("https://vault.azure.net/.default");
    const response = await fetch(`${emulator.url}${path}?api-version=2025-07-01`, {
      method,
      headers: {
        Authorization: `Bearer ${token?.token}`,
        "Content-Type": "application/json",
      },
      ...(body === undefined ? {} : { body }),
    });
    if (!response.ok) throw new Error(`The vault answered ${response.status}`);
  };
}

function valueIn<Value>(answer: Result<Value, Fault>): Value {
  if (!answer.ok) throw new Error(`${answer.error.kind}: ${answer.error.words}`);
  return answer.value;
}

import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { FaultKind } from "../../../sandbox/key-vault/fault-queue.ts";
import { type KeyVault, startKeyVault } from "../../../sandbox/key-vault/key-vault.ts";
import { clientOf, officerId, refusalOf, useIdentityOf } from "./clients.ts";

describe("faults on request", () => {
  let vault: KeyVault;

  beforeAll(async () => {
    vault = await startKeyVault({ identities: { [officerId]: "officer" } });
    useIdentityOf(vault);
  });

  afterEach(() => vault.clearFaults());

  afterAll(() => vault.stop());

  it.each<[fault: FaultKind, status: number, code: string, inner: string | undefined]>([
    [{ kind: "status", status: 400, code: "BadParameter" }, 400, "BadParameter", undefined],
    [{ kind: "rbac" }, 403, "Forbidden", "ForbiddenByRbac"],
    [{ kind: "firewall" }, 403, "Forbidden", "ForbiddenByFirewall"],
    [{ kind: "private-link" }, 403, "Forbidden", "ForbiddenByConnection"],
    [{ kind: "throttled" }, 429, "Throttled", undefined],
  ])("answers as told: %j", async (fault, status, code, inner) => {
    vault.failNext({ method: "PUT", path: "/secrets/told", ...fault });

    const refusal = await refusalOf(clientOf(vault).setSecret("told", "one"));

    expect(refusal).toMatchObject({ status, code, inner });
    expect(vault.traffic().at(-1)).toMatchObject({ fault: fault.kind, status });
  });

  it("is not retried by the SDK when throttled, as there is no Retry-After", async () => {
    vault.failNext({ kind: "throttled" });
    const before = vault.traffic().length;

    await refusalOf(clientOf(vault).setSecret("throttled", "one"));

    const statuses = vault.traffic().slice(before);
    expect(statuses.map(({ status }) => status)).toEqual([401, 429]);
  });

  it("leaves an extra version when the SDK repeats a write whose answer was lost", async () => {
    vault.failNext({ kind: "cut-after", method: "PUT" });

    await clientOf(vault).setSecret("twice", "one");

    expect(vault.secrets().find(({ name }) => name === "twice")?.versions).toHaveLength(2);
  });

  it("does nothing when the connection is cut before", async () => {
    vault.failNext({ kind: "cut-before", method: "PUT", times: 3 });

    const refusal = await refusalOf(clientOf(vault).setSecret("never", "one"));

    expect(refusal).toMatchObject({ status: undefined, code: "ECONNRESET" });
    expect(vault.valueOf("never")).toBeUndefined();
  });

  it("answers late when told to", async () => {
    vault.failNext({ kind: "delay", milliseconds: 5_000, path: /late$/ });
    const abort = AbortSignal.timeout(200);

    const call = clientOf(vault).setSecret("late", "one", { abortSignal: abort });

    await expect(call).rejects.toMatchObject({ name: "AbortError" });
  });

  it("answers with something that is no secret", async () => {
    vault.failNext({ kind: "nonsense" });

    await expect(clientOf(vault).setSecret("odd", "one")).rejects.toThrow(/is not valid JSON/);
  });

  it("fails the identity endpoint by itself", async () => {
    vault.failNext({ on: "identity", kind: "status", status: 400 });
    const client = clientOf(vault, "5f2b3a52-7c1e-4f38-9d51-0a4c8be6f002");

    await expect(client.setSecret("nobody", "one")).rejects.toMatchObject({
      name: "CredentialUnavailableError",
    });
  });
});

import type { Passkeys } from "../../../src/flows/ports/passkeys.ts";
import type { Watch } from "../../../src/flows/ports/watch.ts";
import {
  type CredentialId,
  type EnrolmentCode,
  mostTries,
  type Passkey,
  type Ticket,
} from "../../../src/flows/request/passkey.ts";
import { createMishaps, type FaultInjector } from "./fault-injection.ts";

/** Passkeys, links and codes in memory; what the channel hears goes to `watch`. */
export function createFakePasskeys(
  watch: Pick<Watch, "queue">,
  mishaps: FaultInjector = createMishaps(),
): Passkeys {
  const tickets = new Map<string, Ticket>();
  const passkeys = new Map<CredentialId, Passkey>();
  const codes = new Map<string, EnrolmentCode & { readonly triesLeft: number }>();

  function useTicket(key: string): boolean {
    const ticket = tickets.get(key);
    if (ticket === undefined || ticket.isUsed) return false;
    tickets.set(key, { ...ticket, isUsed: true });
    return true;
  }
  function revokeOthers({ tenant, person, credential }: Passkey, state: Passkey["state"]): void {
    for (const one of passkeys.values()) {
      const isOther =
        one.tenant === tenant && one.person === person && one.credential !== credential;
      if (isOther && one.state === state) {
        passkeys.set(one.credential, { ...one, state: "revoked" });
      }
    }
  }
  function isCode({ tenant, person, key }: Omit<EnrolmentCode, "expiresAt">, now: number): boolean {
    const kept = codes.get(nameOf({ tenant, person }));
    if (kept === undefined || kept.triesLeft === 0 || kept.expiresAt <= now) return false;
    if (kept.key === key) return true;
    codes.set(nameOf(kept), { ...kept, triesLeft: kept.triesLeft - 1 });
    return false;
  }

  return {
    keepTicket: (ticket) => mishaps.guard(() => void tickets.set(ticket.key, ticket)),
    findTicket: (key) => mishaps.guard(() => tickets.get(key)),
    takeTry: (key) =>
      mishaps.guard(() => {
        const ticket = tickets.get(key);
        if (ticket === undefined || ticket.isUsed || ticket.triesLeft === 0) return undefined;
        const triesLeft = ticket.triesLeft - 1;
        tickets.set(key, { ...ticket, triesLeft });
        return triesLeft;
      }),
    useTicket: (key) => mishaps.guard(() => useTicket(key)),
    use: ({ key, passkey, counter }) =>
      mishaps.guard(() => {
        const kept = passkeys.get(passkey.credential);
        if (kept?.counter !== passkey.counter || kept.state !== passkey.state) return false;
        if (!useTicket(key)) return false;
        passkeys.set(kept.credential, { ...kept, counter });
        return true;
      }),
    find: (credential) => mishaps.guard(() => passkeys.get(credential)),
    list: (tenant) =>
      mishaps.guard(() =>
        [...passkeys.values()]
          .filter((one) => one.tenant === tenant && one.state !== "revoked")
          .toSorted((one, other) => one.enrolledAt - other.enrolledAt),
      ),
    issueCode: (code) =>
      mishaps.guard(() => void codes.set(nameOf(code), { ...code, triesLeft: mostTries })),
    tryCode: (code, now) => mishaps.guard(() => isCode(code, now)),
    enrol: async ({ passkey, key, code, notice }) => {
      const isKnown = passkeys.has(passkey.credential);
      if (isKnown || !isCode({ ...passkey, key: code }, passkey.enrolledAt)) return false;
      if (!useTicket(key)) return false;
      codes.delete(nameOf(passkey));
      revokeOthers(passkey, "waiting");
      passkeys.set(passkey.credential, passkey);
      await watch.queue([notice]);
      return true;
    },
    confirm: async ({ credential, notice }) => {
      const kept = passkeys.get(credential);
      if (kept?.state !== "waiting") return false;
      revokeOthers(kept, "active");
      passkeys.set(credential, { ...kept, state: "active" });
      await watch.queue([notice]);
      return true;
    },
    refuse: async ({ credential, notice }) => {
      const kept = passkeys.get(credential);
      if (kept?.state !== "waiting") return false;
      passkeys.set(credential, { ...kept, state: "revoked" });
      await watch.queue([notice]);
      return true;
    },
    revoke: async ({ credential, notice }) => {
      const kept = passkeys.get(credential);
      if (kept === undefined || kept.state === "revoked") return false;
      passkeys.set(credential, { ...kept, state: "revoked" });
      await watch.queue([notice]);
      return true;
    },
  };
}

function nameOf({ tenant, person }: Pick<EnrolmentCode, "tenant" | "person">): string {
  return `${tenant} ${person}`;
}

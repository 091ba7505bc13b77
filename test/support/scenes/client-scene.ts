import { makeLink } from "../../../src/flows/authorization/links.ts";
import { toPasskeyNotice } from "../../../src/flows/lifecycle/passkey-notice.ts";
import type { ClientValue } from "../../../src/flows/model/api-client.ts";
import { later } from "../../../src/flows/model/ids.ts";
import { type EnteredValues, inviteToEnter } from "../../../src/flows/pages/enter-secrets.ts";
import type { PageDeps } from "../../../src/flows/ports/web-authn.ts";
import type { RawClient } from "../../../src/flows/request/raw-draft.ts";
import { Secret } from "../../../src/secret.ts";
import { aCredential, aPasskey } from "../data/a-passkey.ts";
import { acme, aTenant } from "../data/a-tenant.ts";
import { withAccount } from "../data/changes.ts";
import { ben, dan } from "../data/people.ts";
import { createFakeWebAuthn } from "../fakes/fake-web-authn.ts";
import type { World, WorldOptions } from "../fakes/world.ts";
import { tokenIn } from "./passkey-scene.ts";

export const step = "register-api-client" as const;

export const shown: Record<ClientValue, string> = {
  "client-id": "id-Shown#1",
  "client-secret": "secret-Shown#2",
  "refresh-token": "token-Shown#3",
};

export function values(
  changes: Partial<Record<ClientValue, string>> = {},
): EnteredValues["values"] {
  const all = { ...shown, ...changes };
  return {
    "client-id": new Secret(all["client-id"]),
    "client-secret": new Secret(all["client-secret"]),
    "refresh-token": new Secret(all["refresh-token"]),
  };
}

export function aRawClient(changes: Partial<RawClient> = {}): RawClient {
  return {
    kind: "api-client",
    tenant: acme,
    userName: "ISU_Viva",
    clientName: "Viva API Client",
    nonExpiringRefreshTokens: true,
    functionalAreas: ["System"],
    otherAreas: "",
    includeWorkdayOwnedScope: false,
    reason: "For WQL",
    ticket: "",
    ...changes,
  };
}

export interface Scene {
  readonly world: World;
  readonly pages: PageDeps;
  readonly known: string[];
  readonly invite: (by?: typeof dan) => Promise<{ readonly token: string; readonly code: string }>;
}

/** A world whose client is approved, and waits for the person who registers it. */
export async function atTask(options: WorldOptions = {}): Promise<Scene> {
  const world = await withAccount(options);
  await world.openNext(aRawClient());
  await world.live();
  return { world, ...atPage(world) };
}

export function atPage(world: World): Omit<Scene, "world"> {
  const known: string[] = [];
  const made = {
    credential: aCredential("dan"),
    publicKey: "key",
    counter: 0,
    transports: [],
  };
  const pages: PageDeps = {
    ...world.deps,
    webAuthn: createFakeWebAuthn(made),
    know: (secret) => void known.push(secret.reveal()),
  };
  return {
    pages,
    known,
    invite: async (by = dan) => {
      const phase = world.request().phase;
      const at = phase.kind === "waiting-for-person" ? phase.step : step;
      const invited = await inviteToEnter(pages, { by, request: world.id, step: at });
      if (!invited.ok) throw new Error(invited.error);
      return { token: tokenIn(invited.value.link), code: invited.value.code ?? "" };
    },
  };
}

/** The same pages, in a tenant that asks for passkeys. */
export function askingForPasskeys(pages: PageDeps): PageDeps {
  const approvals = { needed: 1, neededWhenUnseen: 1, secondFactor: "passkey" } as const;
  const place = { ...pages.contextOf(acme), tenant: aTenant({ approvals }) };
  return { ...pages, contextOf: () => place };
}

/** Dan's passkey, by the way that every passkey takes. */
export async function keepPasskey(deps: PageDeps): Promise<void> {
  const enrolledAt = deps.clock.now();
  const credential = aCredential("dan");
  const passkey = aPasskey({ person: dan, credential, enrolledAt, state: "waiting" });
  const notice = toPasskeyNotice(passkey, enrolledAt, { what: "waiting" });
  const of = { tenant: acme, person: dan };
  const code = { ...of, key: "code", expiresAt: later(enrolledAt, 1000) };
  await deps.passkeys.issueCode(code, { operator: "root", now: enrolledAt });
  const token = tokenIn(await makeLink(deps, { ...of, errand: { kind: "enrol" } }));
  const key = deps.random.digest(token);
  await deps.passkeys.enrol({ passkey, key, code: "code", notice });
  await deps.passkeys.confirm({ credential, by: ben, with: credential, notice });
}

import { makeLink } from "../../../src/flows/authorization/links.ts";
import { toPasskeyNotice } from "../../../src/flows/lifecycle/passkey-notice.ts";
import { later } from "../../../src/flows/model/ids.ts";
import type { PageDeps } from "../../../src/flows/ports/web-authn.ts";
import type { Passkey } from "../../../src/flows/request/passkey.ts";
import { aCredential, aPasskey } from "../data/a-passkey.ts";
import { aTenant } from "../data/a-tenant.ts";
import { bea, ben, cy, eve, fay } from "../data/people.ts";
import { createFakeWebAuthn } from "../fakes/fake-web-authn.ts";
import { createWorld, type World } from "../fakes/world.ts";

export const asking = aTenant({
  approvals: { needed: 1, neededWhenUnseen: 1, secondFactor: "passkey" },
});
/** Fay may be named to approve for an approver who is away. */
export const withDelegates = {
  ...asking,
  delegation: { maxDays: 31, to: { people: [fay], groups: [] } },
};
const made = {
  credential: aCredential("somebody"),
  publicKey: "key",
  counter: 0,
  transports: [],
};
export const ofBen = aPasskey();
export const ofBea = aPasskey({ person: bea, credential: aCredential("bea") });
export const ofEve = aPasskey({ person: eve, credential: aCredential("eve"), state: "waiting" });

export interface Scene extends World {
  readonly pages: PageDeps;
}

/** A world at the card of a tenant that asks for a passkey. */
export async function atCard(
  passkeys: readonly Passkey[] = [ofBen],
  tenant = asking,
): Promise<Scene> {
  const world = createWorld({ tenant });
  await world.open();
  await world.work();
  for (const passkey of passkeys) await keep(world, passkey);
  return {
    ...world,
    pages: { ...world.deps, webAuthn: createFakeWebAuthn(made), know: () => undefined },
  };
}

/** By the way that every passkey takes: code, enrolment, confirmation. */
async function keep({ deps }: World, passkey: Passkey): Promise<void> {
  const { tenant, person, credential } = passkey;
  const key = `code of ${person}`;
  const expiresAt = later(passkey.enrolledAt, 3_600_000);
  await deps.passkeys.issueCode(
    { tenant, person, key, expiresAt },
    { operator: "root", now: passkey.enrolledAt },
  );
  const link = await makeLink(deps, { person, tenant, errand: { kind: "enrol" } });
  const notice = toPasskeyNotice(passkey, passkey.enrolledAt, { what: "waiting" });
  const ticket = deps.random.digest(tokenIn(link));
  await deps.passkeys.enrol({
    passkey: { ...passkey, state: "waiting" },
    key: ticket,
    code: key,
    notice,
  });
  if (passkey.state === "active") {
    await deps.passkeys.confirm({ credential, by: cy, with: credential, notice });
  }
}

export function tokenIn(link: string | undefined): string {
  return link?.split("#")[1] ?? "";
}

/** Presses Approve, and gives the token of the link that came with the answer. */
export async function press(scene: Scene, by = ben): Promise<string> {
  await scene.click(by, { kind: "approve", digest: scene.shownDigest() });
  return tokenIn(scene.answerer.links.at(-1));
}

export function signed({ credential: name }: Passkey, counter = 2): object {
  return { signed: name, counter };
}

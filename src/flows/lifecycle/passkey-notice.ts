import type { Instant, PersonId } from "../model/ids.ts";
import type { Matter, Notice } from "../request/notice.ts";
import type { Passkey } from "../request/passkey.ts";

type OfPasskey = Extract<Matter, { kind: "passkey" }>;

/** What the tenant's channel hears of a passkey: nobody's is registered, confirmed or taken away unseen. */
export function toPasskeyNotice(
  { credential, tenant, person }: Passkey,
  madeAt: Instant,
  { what, by }: { readonly what: OfPasskey["what"]; readonly by?: PersonId },
): Notice {
  return {
    key: `passkey ${what} ${credential.slice(0, 64)}`,
    tenant,
    madeAt,
    matter: { kind: "passkey", what, person, credential, ...(by !== undefined && { by }) },
  };
}

import { ok, type Result } from "../../result.ts";
import type { Secret } from "../../secret.ts";
import type { ClientValue } from "../model/api-client.ts";
import type { Fault } from "../model/fault.ts";
import type { FlowDeps } from "../ports/deps.ts";
import { retryUnreachable } from "../ports/retry.ts";
import type { Request } from "../request/request.ts";
import type { StoredValue } from "../request/step-facts.ts";
import { placeFor } from "./client-secrets.ts";

/** Why nothing was stored, in words for the page. */
export interface NotStored {
  readonly kind: "not-stored";
  readonly words: string;
}

export function notStored(words: string): { readonly ok: false; readonly error: NotStored } {
  return { ok: false, error: { kind: "not-stored", words } };
}

/**
 * Puts what a task's page showed into the vault: disabled first, all of it; then enabled, all of it. Repeating
 * makes one more version of each.
 */
export async function storeValues(
  deps: FlowDeps,
  {
    request,
    values,
    given,
  }: {
    readonly request: Request;
    /** What the task's page shows. */
    readonly values: readonly ClientValue[];
    readonly given: Partial<Readonly<Record<ClientValue, Secret>>>;
  },
): Promise<Result<readonly StoredValue[], NotStored>> {
  const stored: StoredValue[] = [];
  for (const name of values) {
    const value = given[name];
    if (value === undefined) return notStored("Enter every value that the page asks for.");
    const secret = { ...placeFor(deps, request, name), value };
    const put = await retryUnreachable(deps.clock, () => deps.vault.putDisabledVersion(secret));
    if (!put.ok) {
      const later = stored.length === 0 ? [] : [buried];
      return notStored([describeVault(put.error), ...later].join(" "));
    }
    stored.push({ value: name, reference: put.value });
  }
  for (const { reference } of stored) {
    const enabled = await retryUnreachable(deps.clock, () => deps.vault.enableVersion(reference));
    if (!enabled.ok) {
      await disableStored(deps, stored);
      return notStored(`${describeVault(enabled.error)} ${buried}`);
    }
  }
  return ok(stored);
}

function describeVault({ words }: Fault): string {
  return `Key Vault did not take the values. ${words} Nothing is lost: what you typed is still on this page. Try again.`;
}

const buried =
  "Until then the newest version of a secret is disabled: whoever reads it by its name alone gets nothing.";

/** As well as it goes: the request does not name these versions, and its clean-up disables them too. */
export async function disableStored(
  { vault, clock }: FlowDeps,
  stored: readonly StoredValue[],
): Promise<void> {
  for (const { reference } of stored) {
    await retryUnreachable(clock, () => vault.disableVersion(reference));
  }
}

import { err, type Result } from "../../result.ts";
import type { Fault, Outside } from "../model/fault.ts";
import type { Tenant } from "../tenant/tenant.ts";
import type { TenantContext } from "./deps.ts";
import type { Vault } from "./vault.ts";

/** Why nothing is done in a tenant that is only observed. */
export function describeObserved({ label }: Pick<Tenant, "label">): string {
  return `${label} is only observed: the bot reads, watches and plans there, and does nothing. The plan above is what it would do. Withdraw the request; to have it carried out, an operator takes \`observe\` out of the tenant's configuration.`;
}

/**
 * Everything that reaches a tenant, with nothing in it that writes: whoever holds it can only read. There is no runner. Each
 * write answers that it was refused, and nothing is sent.
 */
export function withoutHands<Place extends TenantContext>(place: Place): Omit<Place, "runner"> {
  const { runner: _none, ...rest } = place;
  const { workday, learning, implementation, tenant } = rest;
  function no(): Promise<Result<never, Fault>> {
    return refuse(tenant, "Workday");
  }
  return {
    ...rest,
    workday: { ...workday, putIntegrationSystem: no, putIntegrationSystemUser: no },
    learning: { ...learning, add: no, addSegment: no },
    ...(implementation && {
      implementation: { ...implementation, addGroup: no, putGroup: no, putPolicy: no },
    }),
  };
}

async function refuse(
  tenant: Pick<Tenant, "label">,
  outside: Outside,
): Promise<Result<never, Fault>> {
  return err({ kind: "rejected", outside, words: describeObserved(tenant) });
}

/** A vault that stores nothing for tenants that are only observed. */
export function withoutStoring(vault: Vault, tenants: readonly Tenant[]): Vault {
  return {
    ...vault,
    putDisabledVersion: (secret) => {
      const observed = tenants.find(
        ({ name, observe }) => observe === true && name === secret.tags.tenant,
      );
      return observed === undefined
        ? vault.putDisabledVersion(secret)
        : refuse(observed, "Key Vault");
    },
  };
}

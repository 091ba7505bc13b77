import type { AccountUse, LogRead } from "../model/account-use.ts";
import type { TenantName } from "../model/ids.ts";
import type { Notice } from "../request/notice.ts";

/** How accounts are used, as the tenants' logs of sign-ons told so far, kept for all replicas. */
export interface AccountUses {
  /** `read` is absent before the tenant's log was read first. */
  readonly findUses: (
    tenant: TenantName,
  ) => Promise<{ readonly read?: LogRead; readonly uses: readonly AccountUse[] }>;
  /**
   * Remembers how far the log was read and what it told of some accounts, and queues what follows from it: all or nothing.
   * Safe to repeat.
   */
  readonly keepUses: (
    tenant: TenantName,
    kept: { readonly read: LogRead; readonly uses: readonly AccountUse[] },
    notices: readonly Notice[],
  ) => Promise<void>;
}

import { ok } from "../../result.ts";
import type { StepContext, StepResult } from "../lifecycle/step-context.ts";
import { ensureOwnAccount } from "./ensure-own-account.ts";
import { putAccount, toUnknownPassword } from "./put-account.ts";

/**
 * Switches x509 and SAML on as asked, after the approval and before the activation. The put needs a password
 * as well, so the account gets another one that nobody knows. Safe to repeat: a put that nobody knows the
 * outcome of is made once more.
 */
export async function enableTokenSignOn(acting: StepContext): Promise<StepResult> {
  const own = await ensureOwnAccount(acting);
  if (!own.ok) return own;
  const first = await putAccount(acting, toUnknownPassword(acting));
  const put =
    !first.ok && first.error.kind === "unknown"
      ? await putAccount(acting, toUnknownPassword(acting))
      : first;
  return put.ok ? ok({ references: put.value.references }) : put;
}

import type { Verification } from "../../../src/flows/model/verification.ts";

/** An account that ended as asked: no web service shows whether a refresh token of it is left. */
export function endedAsAsked(userName: string): Verification {
  const words = `Whether an API client has a refresh token of ${userName} still: not seen. No web service shows it. Look at Manage Refresh Tokens for Integrations.`;
  return { outcome: "unverified", items: [{ kind: "unseen", words }] };
}

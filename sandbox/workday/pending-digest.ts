import { createHash } from "node:crypto";
import type { PendingChange } from "./state.ts";

/**
 * What an approval of an activation is pinned to: `sha256:` and the lower-case
 * hexadecimal SHA-256 of every pending change as the JSON text of
 * `[kind, policy, action, securityGroup, access, change]`, sorted by UTF-16 code
 * units and joined with line feeds.
 */
export function digestOfPending(changes: readonly PendingChange[]): string {
  const texts = changes.map(({ kind, policy, action, securityGroup, access, change }) =>
    JSON.stringify([kind, policy, action, securityGroup, access, change]),
  );
  const sorted = texts.toSorted((one, other) => {
    if (one === other) return 0;
    return one < other ? -1 : 1;
  });
  return `sha256:${createHash("sha256").update(sorted.join("\n")).digest("hex")}`;
}

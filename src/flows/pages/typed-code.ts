/** A code as people type it: in any case, with or without dashes, and with letters that look like digits. */
export function normalizeTypedCode(typed: string): string {
  return typed
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, "")
    .replaceAll("O", "0")
    .replaceAll(/[IL]/g, "1");
}

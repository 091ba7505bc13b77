import { chmodSync, mkdtempSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/**
 * Makes a folder under the temporary one. PostgreSQL will not run as root: started by root, it runs as
 * `postgres`, who must be able to pass through. Where TMPDIR is root's alone, it is under /tmp.
 */
export function makeTemporaryFolder(prefix: string): string {
  if (process.getuid?.() !== 0) return mkdtempSync(join(tmpdir(), prefix));
  const folder = mkdtempSync(join(isOpen(tmpdir()) ? tmpdir() : "/tmp", prefix));
  chmodSync(folder, 0o711);
  return folder;
}

/** Whether everybody may pass through to it. */
function isOpen(path: string): boolean {
  const isHere = (statSync(path).mode & 0o001) !== 0;
  return isHere && (dirname(path) === path || isOpen(dirname(path)));
}

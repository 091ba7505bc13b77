import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

/** The least that a recipe says, on four lines. */
export const good = `vendor: Acme HR
source: "Acme HR, guide"
date: 2026-11-22
permissions: { Get: [Payroll] }
`;

/** Of recipes, gone when the test is over. */
export function aFolder(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), "isu-bot-recipes-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}

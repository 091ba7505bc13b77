import { fileURLToPath } from "node:url";
import { styleText } from "node:util";
import { readConfig } from "../config/read-config.ts";
import { createRedactor, type Redactor } from "../redact.ts";
import type { DoctorArguments } from "./arguments.ts";
import type { VaultDeps } from "./deps.ts";
import { diagnose } from "./doctor.ts";
import { type Finding, toExitCode } from "./finding.ts";
import { createProgress, type ProgressStream } from "./progress.ts";
import { renderJson, renderText } from "./report.ts";
import { toSettingsFindings } from "./settings.ts";

/** sysexits.h: EX_CONFIG. */
const badConfiguration = 78;

const colours = { ok: "green", warning: "yellow", failed: "red", "not-tried": "dim" } as const;

/** Where the doctor is called. */
export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** What paths of settings are relative to. */
  readonly folder: string;
  readonly progress: ProgressStream;
  readonly deps: VaultDeps;
}

/** How a run ends: its exit code, and what it says on standard output. */
export interface Ended {
  readonly code: number;
  readonly words: string;
}

/**
 * Examines the settings of an environment and all that they lead to, without a secret in what it says. Changes nothing,
 * but for the one secret that is asked for; safe to repeat. What hangs outside is left behind: a process ends it.
 */
export async function runDoctor(
  { isJson, writeTestSecret }: DoctorArguments,
  { env, folder, progress: stream, deps }: Surroundings,
): Promise<Ended> {
  const render = isJson ? renderJson : renderForPeople;
  const config = readConfig(env, folder);
  if (!config.ok) {
    return { code: badConfiguration, words: render(toSettingsFindings(config.error)) };
  }
  const scrubber = createRedactor(config.value.allSecrets);
  const progress = createProgress(stream);
  const visit = {
    progress,
    recipes: at("../../recipes"),
    catalogue: at("../../catalogue"),
    manifest: at("../../manifest.yml"),
    writeTestSecret,
  };
  const found = await diagnose(config.value, visit, deps);
  progress.end();
  const findings = found.map((finding) => clean(finding, scrubber));
  return { code: toExitCode(findings), words: render(findings) };
}

/** Coloured on a terminal, unless NO_COLOR is set. */
function renderForPeople(findings: readonly Finding[]): string {
  return renderText(findings, (state, word) => styleText(colours[state], word));
}

function clean({ state, area, what, words, remedy }: Finding, { scrub }: Redactor): Finding {
  const texts = { area: scrub(area), what: scrub(what), words: scrub(words) };
  return { state, ...texts, ...(remedy !== undefined && { remedy: scrub(remedy) }) };
}

function at(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url));
}

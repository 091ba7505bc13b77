import { fileURLToPath } from "node:url";
import { styleText } from "node:util";
import { readConfig } from "../config/read-config.ts";
import { createRedactor, type Redactor } from "../redact.ts";
import { type DoctorArguments, doctorUsage, parseDoctorArguments } from "./arguments.ts";
import { diagnose } from "./doctor.ts";
import { type Finding, toExitCode } from "./finding.ts";
import { createProgress } from "./progress.ts";
import { renderJson, renderText } from "./report.ts";
import { toSettingsFindings } from "./settings.ts";

/** sysexits.h: EX_USAGE and EX_CONFIG. */
const badUsage = 64;
const badConfiguration = 78;

/** Milliseconds for one check. */
const limitMs = 10_000;

const colours = { ok: "green", warning: "yellow", failed: "red", "not-tried": "dim" } as const;

const wish = parseDoctorArguments(process.argv.slice(2));
if (!wish.ok) end(badUsage, wish.error);
else if (wish.value.isHelp) end(0, doctorUsage);
else await examine(wish.value);

async function examine({ isJson, writeTestSecret }: DoctorArguments): Promise<void> {
  const render = isJson ? renderJson : renderForPeople;
  const config = readConfig(process.env, process.cwd());
  if (!config.ok) {
    end(badConfiguration, render(toSettingsFindings(config.error)));
    return;
  }
  const scrubber = createRedactor(config.value.allSecrets);
  const { stderr } = process;
  const progress = createProgress({ isTTY: stderr.isTTY, write: (text) => stderr.write(text) });
  const visit = {
    progress,
    recipes: at("../../recipes"),
    catalogue: at("../../catalogue"),
    manifest: at("../../manifest.yml"),
    writeTestSecret,
  };
  const found: readonly Finding[] = await diagnose(config.value, visit, {
    now: Date.now,
    limitMs,
    fetch: globalThis.fetch,
  });
  progress.end();
  const findings = found.map((finding) => clean(finding, scrubber));
  end(toExitCode(findings), render(findings));
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

/** What hangs must not keep the process alive, and what was said must have left it. */
function end(code: number, words: string): void {
  const stream = code === badUsage ? process.stderr : process.stdout;
  stream.write(words, () => process.exit(code));
}

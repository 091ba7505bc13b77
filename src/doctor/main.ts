import { fileURLToPath } from "node:url";
import { readConfig } from "../config/read-config.ts";
import { createRedactor } from "../redact.ts";
import { type Arguments, parseArguments, usage } from "./arguments.ts";
import { diagnose } from "./doctor.ts";
import { type Finding, toExitCode } from "./finding.ts";
import { renderJson, renderText } from "./report.ts";
import { toSettingsFindings } from "./settings.ts";

/** sysexits.h: EX_USAGE and EX_CONFIG. */
const badUsage = 64;
const badConfiguration = 78;

/** Milliseconds for one check. */
const limitMs = 10_000;

const wish = parseArguments(process.argv.slice(2));
if (!wish.ok) end(badUsage, wish.error);
else if (wish.value.isHelp) end(0, usage);
else await examine(wish.value);

async function examine({ isJson, writeTestSecret }: Arguments): Promise<void> {
  const render = isJson ? renderJson : renderText;
  const config = readConfig(process.env, process.cwd());
  if (!config.ok) {
    end(badConfiguration, render(toSettingsFindings(config.error)));
    return;
  }
  const scrubber = createRedactor();
  for (const secret of config.value.allSecrets) scrubber.know(secret);
  const visit = {
    recipes: at("../../recipes"),
    catalogue: at("../../catalogue"),
    manifest: at("../../manifest.yml"),
    writeTestSecret,
  };
  const findings: readonly Finding[] = await diagnose(config.value, visit, {
    now: Date.now,
    limitMs,
    fetch: globalThis.fetch,
  });
  end(toExitCode(findings), scrubber.scrub(render(findings)));
}

function at(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url));
}

/** What hangs must not keep the process alive, and what was said must have left it. */
function end(code: number, words: string): void {
  process.stdout.write(words, () => process.exit(code));
}

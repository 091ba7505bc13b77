import type { Credentials } from "../workday/wire/username-token.ts";
import { checkX509Key } from "../workday/wire/x509-key.ts";
import { type Finding, findingsOf } from "./finding.ts";

const dayMs = 86_400_000;
/** As long before its end as Key Vault tells of a secret's. */
const warnDays = 30;

/** How long the certificate counts that the bot's own account signs on with; nothing where it has a password. */
export function checkCertificate(
  area: string,
  account: Credentials,
  now: number,
): readonly Finding[] {
  if (!("x509" in account)) return [];
  const { ok, warning, failed } = findingsOf(area);
  const what = "certificate";
  const until = checkX509Key(account.x509);
  const remedy =
    "Make another key and certificate, add the certificate in Workday (Create x509 Public Key, then Configure Web Service Security), and change both files";
  if (!until.ok) return [failed(what, `The bot has ${until.error}.`, remedy)];
  const days = Math.floor((until.value - now) / dayMs);
  const end = new Date(until.value).toISOString().slice(0, 10);
  if (days < 0) return [failed(what, `It ended on ${end}.`, remedy)];
  const words = `It counts until ${end}, ${days} days more.`;
  return [days < warnDays ? warning(what, words, remedy) : ok(what, words)];
}

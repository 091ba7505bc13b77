import type { Secret } from "./secret.ts";

/** Takes known secret values out of text. */
export interface Redactor {
  /** Remembers a value; the oldest are forgotten after a thousand. Values under 6 characters are ignored. */
  readonly know: (secret: Secret) => void;
  readonly scrub: (text: string) => string;
}

const most = 1_000;
const shortest = 6;

/**
 * The last line of defence before a text leaves the process. It knows each value as it is and as JSON,
 * XML, a URL or base64 would spell it.
 */
export function createRedactor(): Redactor {
  const known = new Map<string, readonly string[]>();
  return {
    know: (secret) => {
      const value = secret.reveal();
      if (value.length < shortest || known.has(value)) return;
      known.set(value, spellingsOf(value));
      const [oldest] = known.keys();
      if (known.size > most && oldest !== undefined) known.delete(oldest);
    },
    scrub: (text) => {
      let clean = text;
      for (const spellings of known.values()) {
        for (const spelling of spellings) clean = clean.replaceAll(spelling, "[secret]");
      }
      return clean;
    },
  };
}

function spellingsOf(value: string): readonly string[] {
  const xml = value.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  const base64 = Buffer.from(value, "utf8").toString("base64");
  const spellings = [
    ...new Set([
      value,
      JSON.stringify(value).slice(1, -1),
      xml,
      xml.replaceAll('"', "&quot;").replaceAll("'", "&apos;"),
      encodeURIComponent(value),
      base64,
      base64.replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, ""),
    ]),
  ];
  // One spelling may begin with another: a value that ends with & begins its own XML.
  return spellings.toSorted((one, other) => other.length - one.length);
}

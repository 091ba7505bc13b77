import type { Secret } from "../../secret.ts";

/** This many characters of a secret in a row give it away. */
const tellTale = 6;

/** More than this of a foreign text is neither searched nor shown. */
const mostSearched = 10_000;

/**
 * Makes a text that somebody else wrote fit to be shown: on one line, without control characters or angle
 * brackets (so that no reader of it sees markup), at most 300 characters.
 *
 * @returns `undefined` where it is empty, or where it quotes a part of one of these secrets in any spelling
 */
export function quoteForeign(text: string, secrets: readonly Secret[]): string | undefined {
  const foreign = text.slice(0, mostSearched);
  if (secrets.some((secret) => quotes(foreign, secret.reveal()))) return undefined;
  const plain = foreign
    .replace(/[\p{C}\s]+/gu, " ")
    .replaceAll("<", "‹")
    .replaceAll(">", "›")
    .trim();
  if (plain === "") return undefined;
  return plain.length > 300 ? `${plain.slice(0, 299)}…` : plain;
}

function quotes(text: string, secret: string): boolean {
  const spellings = [secret, encodeURIComponent(secret.toWellFormed()), inJson(secret)];
  const bytes = Buffer.from(secret);
  const encoded = [bytes.toString("base64"), bytes.toString("base64url"), bytes.toString("hex")];
  return readings(text).some((held) =>
    [...spellings, ...encoded].some((spelling) => sharesPart(held, spelling.toLowerCase())),
  );
}

/** The text as it is, and as it reads with its escapes undone, which may have been made twice. */
function readings(text: string): readonly string[] {
  const once = unescape(text);
  return [text, once, unescape(once)].map((reading) => reading.toLowerCase());
}

/** Undoes what XML, JSON and URLs make of single characters. */
function unescape(text: string): string {
  return text
    .replace(/&#x[0-9a-f]{1,6};|\\u[0-9a-f]{4}|%[0-9a-f]{2}/gi, fromHexadecimal)
    .replace(/&#(\d{1,7});/g, (_escape, decimal: string) => toCharacter(Number(decimal)))
    .replace(/&lt;/gi, "<")
    .replace(/&gt;/gi, ">")
    .replace(/&quot;/gi, '"')
    .replace(/&apos;/gi, "'")
    .replace(/&amp;/gi, "&");
}

function fromHexadecimal(escape: string): string {
  return toCharacter(Number.parseInt(escape.replace(/^(?:&#x|\\u|%)/i, ""), 16));
}

/** No Unicode character has a greater number. */
function toCharacter(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : "";
}

function sharesPart(text: string, secret: string): boolean {
  if (secret === "") return false;
  for (let start = 0; start === 0 || start + tellTale <= secret.length; start += 1) {
    if (text.includes(secret.slice(start, start + tellTale))) return true;
  }
  return false;
}

function inJson(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

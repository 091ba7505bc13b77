import type { Secret } from "../secret.ts";

/** This many characters of a secret in a row give it away. */
const tellTale = 6;

/**
 * Makes a text that somebody else wrote fit to be shown: on one line, without control characters or angle
 * brackets (so that no reader of it sees markup), at most 300 characters.
 *
 * @returns `undefined` where it is empty, or where it quotes a part of one of these secrets in any spelling
 */
export function quoteForeign(text: string, secrets: readonly Secret[]): string | undefined {
  if (secrets.some((secret) => quotes(text, secret.reveal()))) return undefined;
  const plain = text
    .replace(/[\p{C}\s]+/gu, " ")
    .replaceAll("<", "‹")
    .replaceAll(">", "›")
    .trim();
  if (plain === "") return undefined;
  return plain.length > 300 ? `${plain.slice(0, 299)}…` : plain;
}

function quotes(text: string, secret: string): boolean {
  const spellings = [
    secret,
    escapeXml(secret),
    encodeURIComponent(secret.toWellFormed()),
    inJson(secret),
  ];
  const bytes = Buffer.from(secret);
  const encoded = [bytes.toString("base64"), bytes.toString("base64url"), bytes.toString("hex")];
  const held = text.toLowerCase();
  return [...spellings, ...encoded].some((spelling) => sharesPart(held, spelling.toLowerCase()));
}

function sharesPart(text: string, secret: string): boolean {
  if (secret === "") return false;
  for (let start = 0; start === 0 || start + tellTale <= secret.length; start += 1) {
    if (text.includes(secret.slice(start, start + tellTale))) return true;
  }
  return false;
}

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

function inJson(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

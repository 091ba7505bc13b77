import { createHash } from "node:crypto";

/** One thing that a signature covers: its identifier as it stands in Signature-Input, and its value. */
export type Component = readonly [identifier: string, value: string];

/** Instants are whole seconds since 1970. */
export interface SignatureParameters {
  readonly created: number;
  readonly expires: number;
  readonly keyId: string;
  readonly nonce?: string;
}

/** A Signature-Input of one signature, taken apart. */
export interface SignatureInput extends SignatureParameters {
  /** Everything after the label, as it was received: this is what was signed. */
  readonly raw: string;
  /** The identifiers, as they were received. */
  readonly covered: string;
}

/**
 * The text that is signed.
 * @throws where a value holds a line break, which could pass for another component
 * @see RFC 9421, section 2.5
 */
export function toSignatureBase(components: readonly Component[], parameters: string): string {
  if (components.some(([, value]) => /[\r\n]/.test(value))) {
    throw new Error("What is signed must not hold a line break");
  }
  const lines = components.map(([identifier, value]) => `${identifier}: ${value}`);
  return [...lines, `"@signature-params": ${parameters}`].join("\n");
}

export function toCovered(components: readonly Component[]): string {
  return components.map(([identifier]) => identifier).join(" ");
}

/** Writes what stands after the label in Signature-Input. */
export function toParameters(
  components: readonly Component[],
  { created, expires, nonce, keyId }: SignatureParameters,
): string {
  const once = nonce === undefined ? "" : `;nonce="${nonce}"`;
  return `(${toCovered(components)});created=${created};expires=${expires}${once};keyid="${keyId}";alg="ed25519"`;
}

/** The SHA-256 of a content, which signs it along (RFC 9530). */
export function toContentDigest(content: string): string {
  return `sha-256=:${createHash("sha256").update(content, "utf8").digest("base64")}:`;
}

const parameter = /;([a-z]+)=(?:(\d{1,15})|"([\w.~:+/=-]{1,200})")/g;
const inputForm = /^\(([^()]*)\)((?:;[a-z]+=(?:\d{1,15}|"[\w.~:+/=-]{1,200}"))+)$/;
const known = new Set(["created", "expires", "nonce", "keyid", "alg"]);

/**
 * Reads a Signature-Input that holds exactly this one label, with each of the known parameters once at most.
 * @returns `undefined` for anything else
 */
export function parseSignatureInput(label: string, header: string): SignatureInput | undefined {
  if (!header.startsWith(`${label}=(`)) return undefined;
  const raw = header.slice(label.length + 1);
  const [, covered, rest] = inputForm.exec(raw) ?? [];
  const parameters = parseParameters(rest ?? "");
  return covered === undefined || parameters === undefined
    ? undefined
    : { raw, covered, ...parameters };
}

function parseParameters(text: string): SignatureParameters | undefined {
  const found = [...text.matchAll(parameter)];
  const values = new Map(found.map(([, name = "", number, word = ""]) => [name, number ?? word]));
  const isOdd = values.size !== found.length || [...values.keys()].some((name) => !known.has(name));
  const created = Number(values.get("created"));
  const expires = Number(values.get("expires"));
  const keyId = values.get("keyid");
  if (isOdd || values.get("alg") !== "ed25519" || keyId === undefined) return undefined;
  if (Number.isNaN(created) || Number.isNaN(expires)) return undefined;
  const nonce = values.get("nonce");
  return { created, expires, keyId, ...(nonce !== undefined && { nonce }) };
}

/** The base64 of the one Ed25519 signature under this label, in its one right spelling. */
export function parseSignature(label: string, header: string): string | undefined {
  const found = /^([a-z]+)=:([A-Za-z0-9+/]{86}==):$/.exec(header);
  const text = found?.[2] ?? "";
  const isRight = Buffer.from(text, "base64").toString("base64") === text;
  return found?.[1] === label && isRight ? text : undefined;
}

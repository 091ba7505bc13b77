import { createPrivateKey, X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";
import { isIP } from "node:net";
import { resolve } from "node:path";
import { err, ok, type Result } from "../result.ts";
import { Secret } from "../secret.ts";
import type { FileFollower } from "./followed-files.ts";
import type { Problem } from "./problems.ts";
import type { ReadableConfig } from "./readable.ts";

/** What the pages are served with. */
interface Certificate {
  readonly cert: string;
  readonly key: Secret;
  /** Milliseconds since 1970. */
  readonly endsAt: number;
}

export interface Tls {
  /** As the files have it now: another pair once both belong together again. */
  readonly read: () => Certificate;
}

/** What the bot's own pages demand of other settings, and those of them. */
export function checkWeb(file: ReadableConfig): readonly Problem[] {
  const { web, slack } = file;
  if (web === undefined) return checkSecondFactor(file);
  const expected = "a port of its own, not slack.port";
  const { port } = web.listen;
  const isTaken = port === slack?.port;
  return [
    ...checkAddress(web.url),
    ...(isTaken ? [{ key: "web.listen.port", found: `${port}`, expected }] : []),
  ];
}

/** A passkey belongs to a host name, never to a number, and the links are made from the origin alone. */
function checkAddress(text: string): readonly Problem[] {
  const url = new URL(text);
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const isOrigin = text === url.origin || text === `${url.origin}/`;
  if (isOrigin && isIP(host) === 0) return [];
  const expected = "https:// and a host name, without a path, such as https://isu-bot.example.com";
  return [{ key: "web.url", found: `"${url.host}${url.pathname}"`, expected }];
}

function checkSecondFactor({ tenants }: ReadableConfig): readonly Problem[] {
  return tenants.flatMap((entry, index) =>
    entry?.approvals.secondFactor === undefined
      ? []
      : [
          {
            key: `tenants[${index}].approvals.secondFactor`,
            found: `"${entry.approvals.secondFactor}"`,
            expected: "nothing, or the address of the bot's own pages under web",
          },
        ],
  );
}

/** Reads certificate and key. What is wrong with either is told, and never what is in them. */
export function readTls(
  { web }: ReadableConfig,
  base: string,
  files: FileFollower,
): { readonly tls?: Tls; readonly problems: readonly Problem[] } {
  if (web?.tls === undefined) return { problems: [] };
  const paths = [resolve(base, web.tls.cert.file), resolve(base, web.tls.key.file)] as const;
  const cert = readPem(paths[0], (pem) => new X509Certificate(pem));
  const key = readPem(paths[1], createPrivateKey);
  const problems = [
    ...(cert.ok ? [] : [{ ...cert.error, key: "web.tls.cert", expected: "a certificate as PEM" }]),
    ...(key.ok ? [] : [{ ...key.error, key: "web.tls.key", expected: "a private key as PEM" }]),
  ];
  if (!cert.ok || !key.ok) return { problems };
  const read = files.open({
    setting: "web.tls",
    paths,
    first: toCertificate(cert.value, key.value),
    parse: ([first = "", second = ""]) => parsePair(first, second),
    secretOf: (pair) => pair.key,
  });
  return { tls: { read }, problems };
}

/** Between the writing of the one file and of the other they do not belong together. Throws where one is nothing. */
function parsePair(cert: string, key: string): Certificate | undefined {
  const belong = new X509Certificate(cert).checkPrivateKey(createPrivateKey(key));
  return belong ? toCertificate(cert, key) : undefined;
}

function toCertificate(cert: string, key: string): Certificate {
  const endsAt = Date.parse(new X509Certificate(cert).validTo);
  return { cert, key: new Secret(key), endsAt };
}

function readPem(
  path: string,
  check: (pem: string) => unknown,
): Result<string, Pick<Problem, "found">> {
  try {
    const pem = readFileSync(path, "utf8");
    check(pem);
    return ok(pem);
  } catch {
    return err({ found: `no such thing in ${path}` });
  }
}

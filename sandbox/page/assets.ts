import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { extname } from "node:path";

/** A file of the page as it is sent. */
export interface Asset {
  readonly type: string;
  readonly body: string;
}

const folder = new URL("./client/", import.meta.url);

const types: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
};

/** The view library, as `index.html` maps it. */
const libraries: Readonly<Record<string, string>> = {
  "/preact.js": import.meta.resolve("preact"),
  "/preact-hooks.js": import.meta.resolve("preact/hooks"),
};

const page = readFileSync(new URL("index.html", folder), "utf8");

/**
 * Only the page's own files, no inline script or style but the map of its modules, named by its hash; no frame, no
 * foreign address; and the browser refuses to turn text into markup (`require-trusted-types-for`).
 * @see W3C Content Security Policy Level 3
 */
export const securityHeaders: Readonly<Record<string, string>> = {
  "content-security-policy": [
    "default-src 'none'",
    `script-src 'self' 'sha256-${hashOfMap(page)}'`,
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join("; "),
  "cache-control": "no-store",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
};

function hashOfMap(html: string): string {
  const [, map = ""] = /<script type="importmap">(.*?)<\/script>/s.exec(html) ?? [];
  return createHash("sha256").update(map).digest("base64");
}

/** Reads every file of the page once, by its address. The page itself carries the run's token. */
export function readAssets(token: string): ReadonlyMap<string, Asset> {
  const files = readdirSync(folder, { encoding: "utf8", recursive: true }).filter(
    (name) => types[extname(name)] !== undefined,
  );
  const own = files.map((name): [string, URL] => [`/${name}`, new URL(name, folder)]);
  const foreign = Object.entries(libraries).map(([path, at]): [string, URL] => [path, new URL(at)]);
  const assets = [...own, ...foreign].map(([path, at]): [string, Asset] => [
    path,
    { type: types[extname(path)] ?? "", body: readFileSync(at, "utf8") },
  ]);
  const body = page.replace("{{token}}", token);
  return new Map([...assets, ["/", { type: "text/html; charset=utf-8", body }]]);
}

import { readFileSync } from "node:fs";
import type { Page } from "./page.ts";

export interface Asset {
  readonly type: string;
  readonly content: string;
}

const types = {
  html: "text/html; charset=utf-8",
  css: "text/css; charset=utf-8",
  js: "text/javascript; charset=utf-8",
};

/** Everything that may be got, read once at the start: nothing of the disk is served by name. */
export function readAssets(pages: readonly Page[]): ReadonlyMap<string, Asset> {
  const scripts = [...new Set(["page.js", ...pages.map(({ script }) => script)])];
  return new Map([
    ["/page.css", { type: types.css, content: readClient("page.css") }],
    ...scripts.map((name): [string, Asset] => [
      `/${name}`,
      { type: types.js, content: readClient(name) },
    ]),
    ...pages.map((page): [string, Asset] => [
      page.path,
      { type: types.html, content: toHtml(page) },
    ]),
  ]);
}

function readClient(name: string): string {
  return readFileSync(new URL(`./client/${name}`, import.meta.url), "utf8");
}

/** The same frame for every page; its script fills `main`. Title and script are ours, so nothing is escaped. */
function toHtml({ title, script }: Page): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <meta name="robots" content="noindex" />
    <title>${title}</title>
    <link rel="stylesheet" href="/page.css" />
    <script type="module" src="/${script}"></script>
  </head>
  <body>
    <header><span>Workday ISU bot</span></header>
    <main>
      <h1>${title}</h1>
      <p id="status" role="status">One moment …</p>
      <p id="alert" role="alert" hidden></p>
      <noscript><p>This page needs JavaScript to reach your passkey.</p></noscript>
      <div id="content"></div>
    </main>
  </body>
</html>
`;
}

import { pageRefusals, refusals } from "./bot/blocks/messages.ts";
import type { Config } from "./config/read-config.ts";
import type { FlowDeps } from "./flows/ports/deps.ts";
import type { HttpServer } from "./http-server.ts";
import type { Redactor } from "./redact.ts";
import { createEntryPage } from "./web/entry-page.ts";
import { createPasskeyPages, type PasskeyPagesDeps } from "./web/pages.ts";
import { createWebServer } from "./web/server.ts";
import { createWebAuthn } from "./web/web-authn.ts";

/** The bot's own pages, where the configuration has an address for them. */
export function openWeb(
  { file, tls }: Config,
  flows: FlowDeps,
  { know }: Pick<Redactor, "know">,
): HttpServer {
  if (file.web === undefined) return { start: async () => undefined, stop: async () => undefined };
  const url = new URL(file.web.url);
  const site = { origin: url.origin, rpId: url.hostname };
  const words = { ...refusals, ...pageRefusals };
  const deps: PasskeyPagesDeps = {
    flows: { ...flows, webAuthn: createWebAuthn(site), know },
    site,
    // The sentences are Slack's; a page shows them as they are.
    describeRefusal: (refusal) => words[refusal].replaceAll("`", ""),
  };
  return createWebServer({
    url,
    listen: file.web.listen,
    ...(tls !== undefined && { tls: tls.read }),
    pages: [...createPasskeyPages(deps), createEntryPage(deps)],
    log: flows.log,
  });
}

/** Where a page is reached, with the token after `#`: browsers do not send that part. */
export function toPageLink(url: string): NonNullable<FlowDeps["pageLink"]> {
  const { origin } = new URL(url);
  return (page, token) => `${origin}/${page}#${token}`;
}

import type { ReadableConfig } from "./readable.ts";

/** Whether an address is one of this machine's own. */
export function isLoopback(address: string): boolean {
  const host = URL.parse(address)?.hostname ?? "";
  return host === "localhost" || host === "[::1]" || /^127\.\d+\.\d+\.\d+$/.test(host);
}

/** Slack where no address is set. */
const slacksOwn = "https://slack.com";

/**
 * The first tenant in production, by its place in the file; `undefined` where there is none. Where Slack, the vault, the
 * runner and every Workday are this machine's own, all of them are emulators, and a tenant is in production only to be
 * tried.
 */
export function findProduction(file: ReadableConfig): number | undefined {
  const index = file.tenants.findIndex((entry) => entry?.production === true);
  return index === -1 || isOnlyTried(file) ? undefined : index;
}

/** What cannot be read counts as somewhere else. */
function isOnlyTried(file: ReadableConfig): boolean {
  const { allowLoopbackHttp = false, slack, vault, runner, tenants } = file;
  const services = [
    slack?.apiUrl ?? slacksOwn,
    vault?.url ?? "",
    ...(runner === undefined ? [] : [runner.url]),
    ...tenants.map((entry) => entry?.servicesUrl ?? ""),
  ];
  return allowLoopbackHttp && services.every(isLoopback);
}

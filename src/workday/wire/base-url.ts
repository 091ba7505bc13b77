/**
 * Checks an address from the configuration that passwords or tokens will travel to: https, no credentials,
 * query or fragment in it. Plain http is for emulators on this machine, and only where it is asked for.
 *
 * @returns the address without a slash at its end
 * @throws where the address is none of these: a wrong configuration, not a fault of the outside
 */
export function requireSafeUrl(raw: string, allowHttpOnLoopback: boolean): string {
  const url = URL.parse(raw);
  if (url === null) throw new Error("An address in the configuration is not a URL");
  if (url.username !== "" || url.password !== "" || url.search !== "" || url.hash !== "") {
    throw new Error(`The address of ${url.host} must have no credentials, query or fragment`);
  }
  const isLocal = ["127.0.0.1", "[::1]", "localhost"].includes(url.hostname);
  const isAllowed =
    url.protocol === "https:" || (url.protocol === "http:" && isLocal && allowHttpOnLoopback);
  if (!isAllowed) throw new Error(`The address of ${url.host} must begin with https://`);
  return url.href.replace(/\/+$/, "");
}

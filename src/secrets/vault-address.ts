import { err, ok, type Result } from "../result.ts";

/** Where a vault is, checked before anybody is shown a link that begins with it. */
export interface VaultAddress {
  /** Without a slash at the end. */
  readonly url: string;
  /** True only for an emulator on this machine. */
  readonly isLoopback: boolean;
}

/** Public Azure, China and US Government. */
const vaultHost = /^[a-z](?:-?[0-9a-z]){2,23}\.vault\.(?:azure\.net|azure\.cn|usgovcloudapi\.net)$/;

/**
 * Reads a vault's address. Loopback is for the sandbox, and only where `allowLoopback` says so.
 *
 * @see Azure Key Vault, "Keys, secrets and certificates overview": DNS suffixes by cloud
 */
export function parseVaultAddress(
  raw: string,
  { allowLoopback }: { readonly allowLoopback: boolean },
): Result<VaultAddress, "not-a-vault"> {
  const url = URL.parse(raw);
  if (url === null || url.pathname !== "/" || `${url.search}${url.hash}${url.username}` !== "") {
    return err("not-a-vault");
  }
  if (url.protocol === "https:" && url.port === "" && vaultHost.test(url.hostname)) {
    return ok({ url: url.origin, isLoopback: false });
  }
  const isLoopback = ["127.0.0.1", "localhost", "[::1]"].includes(url.hostname);
  return allowLoopback && isLoopback ? ok({ url: url.origin, isLoopback }) : err("not-a-vault");
}

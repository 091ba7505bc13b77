import type { FlowDeps } from "../flows/ports/deps.ts";
import { mark } from "./key-vault.ts";

/**
 * The command with which a person stores a value in this vault, with the name and the tags that the bot looks
 * for. It reads the value from a file: one in the command would stay in the shell's history.
 *
 * @param url the vault's address, checked before
 * @see Azure CLI, az keyvault secret set: --file, --encoding, --tags, --expires
 */
export function createVaultCommand(url: string): NonNullable<FlowDeps["describeVaultCommand"]> {
  const [vault = ""] = new URL(url).hostname.split(".");
  return ({ name, file, tags, expiresAt }) => {
    const all = Object.entries({ ...mark, ...tags }).map(([key, value]) =>
      quote(`${key}=${value}`),
    );
    const expires = `${new Date(expiresAt).toISOString().slice(0, 19)}Z`;
    return [
      `az keyvault secret set --vault-name ${vault} --name ${name}`,
      `--file ${file} --encoding utf-8 --expires ${expires}`,
      `--tags ${all.join(" ")}`,
      // The answer would show the value again.
      "--output none",
    ].join(" ");
  };
}

/** For a POSIX shell. */
function quote(text: string): string {
  return /^[0-9A-Za-z_=.:-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}

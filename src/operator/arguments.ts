import { parseArgs } from "node:util";
import { err, ok, type Result } from "../result.ts";

export const operatorUsage = `npm run passkey:code -- --person U… --tenant NAME
npm run passkey:list -- [--tenant NAME]
npm run passkey:revoke -- --passkey NAME

For approvers' passkeys, with the settings of npm start, on the database of the bot. In the container:
node src/operator/main.ts code|list|revoke, with the same options.

  code    issues a code for one hour, with which this person may register one passkey. Give it to them
          outside Slack, once you know that it is them.
  list    shows every passkey that waits or counts, and whose it is
  revoke  takes one away at once; --passkey is its name as the list shows it

Ends with 0 when it is done, 1 when it is not, 64 when these options cannot be read, 78 when the settings
cannot.
`;

/** What an operator asked for. */
export type OperatorArguments =
  | { readonly kind: "help" }
  | { readonly kind: "code"; readonly person: string; readonly tenant: string }
  | { readonly kind: "list"; readonly tenant?: string }
  | { readonly kind: "revoke"; readonly passkey: string };

/** What is to be done. */
export type OperatorOrder = Exclude<OperatorArguments, { kind: "help" }>;

/** The options of each command. One that takes no part is refused: it was typed for a reason. */
const taken: Readonly<Record<string, readonly string[]>> = {
  code: ["person", "tenant"],
  list: ["tenant"],
  revoke: ["passkey"],
};

const options: ReadonlySet<string> = new Set(["--person", "--tenant", "--passkey", "--help"]);

/** Reads the command line; the error is what to say instead. */
export function parseOperatorArguments(args: readonly string[]): Result<OperatorArguments, string> {
  try {
    const text = { type: "string" } as const;
    const { values, positionals } = parseArgs({
      args: joinPasskey(args),
      allowPositionals: true,
      options: { person: text, tenant: text, passkey: text, help: { type: "boolean" } },
    });
    if (values.help === true) return ok({ kind: "help" });
    const command = positionals.join(" ");
    const isOdd = Object.keys(values).some((name) => !(taken[command] ?? []).includes(name));
    const wish = isOdd ? undefined : toWish(command, values);
    return wish === undefined ? err(operatorUsage) : ok(wish);
  } catch (error) {
    return err(`${error instanceof Error ? error.message : "Not an option."}\n\n${operatorUsage}`);
  }
}

/**
 * A passkey is named in base64url (WebAuthn's credential id), so one in 64 begins with a dash. Such a value is taken for
 * an option unless it is joined with `=`.
 */
function joinPasskey(args: readonly string[]): string[] {
  const at = args.indexOf("--passkey");
  const name = args[at + 1];
  if (at === -1 || name === undefined || options.has(name)) return [...args];
  return args.toSpliced(at, 2, `--passkey=${name}`);
}

function toWish(
  command: string,
  {
    person,
    tenant,
    passkey,
  }: Readonly<Partial<Record<"person" | "tenant" | "passkey", string | undefined>>>,
): OperatorArguments | undefined {
  if (command === "list") return { kind: "list", ...(tenant !== undefined && { tenant }) };
  if (command === "revoke" && passkey !== undefined) return { kind: "revoke", passkey };
  if (command !== "code" || person === undefined || tenant === undefined) return undefined;
  return { kind: "code", person, tenant };
}

import { parseArgs } from "node:util";
import { err, ok, type Result } from "../result.ts";

/** What the operator asked for. */
export interface DoctorArguments {
  readonly isHelp: boolean;
  readonly isJson: boolean;
  readonly writeTestSecret: boolean;
}

export const doctorUsage = `npm run doctor -- [options]

Tries every part of the configuration against the services, without changing anything, and says for each
what is missing and what to grant. Ends with 0 when nothing failed, 1 when something did, 78 when the
settings cannot be read, 64 when these options cannot.

  --write-test-secret  stores a throw-away secret in Key Vault: disabled, for an hour, deleted by nobody
  --json               one JSON object instead of text
  --help               this text
`;

/** Reads the command line; the error is what to say instead. */
export function parseDoctorArguments(args: readonly string[]): Result<DoctorArguments, string> {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        help: { type: "boolean", default: false },
        json: { type: "boolean", default: false },
        "write-test-secret": { type: "boolean", default: false },
      },
    });
    const { help: isHelp, json: isJson } = values;
    return ok({ isHelp, isJson, writeTestSecret: values["write-test-secret"] });
  } catch (error) {
    return err(`${error instanceof Error ? error.message : "Not an option."}\n\n${doctorUsage}`);
  }
}

import { z } from "zod";
import type { PasskeyOrder } from "../../flows/ports/passkeys.ts";
import { Credential } from "./metadata.ts";
import { Person } from "./parse-click.ts";

const Written = z.strictObject({
  id: z.string(),
  by: Person,
  credential: Credential,
  responseUrl: z.string().exactOptional(),
});

/** Reads an order as it was written down. We wrote it, so anything else is a bug and throws. */
export function parsePasskeyOrder(text: string): PasskeyOrder {
  return Written.parse(JSON.parse(text));
}

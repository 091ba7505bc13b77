import { z } from "zod";

/** Where a tenant's own secret is. */
export const SecretSource = z
  .union(
    [
      z.strictObject({ env: z.string().regex(/^[A-Z][A-Z0-9_]*$/) }),
      z.strictObject({ file: z.string() }),
    ],
    { error: "{env: NAME} or {file: path}, never the value itself" },
  )
  .describe("Where the value is: {env: NAME} or {file: path}. Never the value itself.");

export type SecretSource = z.infer<typeof SecretSource>;

import { z } from "zod";

/** Where a tenant's own secret is. */
export const SecretSource = z
  .union(
    [
      z.strictObject({ env: z.string().regex(/^[A-Z][A-Z0-9_]*$/) }),
      z.strictObject({ file: z.string() }),
      z.strictObject({
        vaultSecret: z.string().regex(/^[0-9A-Za-z-]{1,127}$/, {
          error: "the name of a secret: letters, digits and hyphens",
        }),
      }),
    ],
    { error: "{env}, {file} or {vaultSecret}, never the value itself" },
  )
  .describe(
    "Where the value is: {env: NAME}, {file: path}, or {vaultSecret: name} of a secret in the configured vault. Never the value itself.",
  );

export type SecretSource = z.infer<typeof SecretSource>;

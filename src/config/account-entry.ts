import { z } from "zod";
import { SecretSource } from "./secret-source.ts";

/** How the bot's own account signs on: by a password, or by a key whose certificate the tenant has. */
export const AccountEntry = z
  .strictObject({
    userName: z.string().min(1),
    password: SecretSource.optional(),
    x509: z
      .strictObject({
        privateKey: SecretSource.describe("Where the RSA private key is, in PEM."),
        certificate: SecretSource.describe("Where its certificate is, in PEM."),
      })
      .optional()
      .describe(
        "Signs web services in place of a password. Reports need a password: WQL takes their place.",
      ),
  })
  .refine(({ password, x509 }) => (password === undefined) !== (x509 === undefined), {
    error: "either a password or x509",
  });

export type AccountEntry = z.infer<typeof AccountEntry>;

import { z } from "zod";
import { Secret } from "../secret.ts";
import { parseSigningKey } from "../workday/runner/signing-keys.ts";

/**
 * The settings that come from the environment. The names, and what each is for, stand in `.env.example`.
 */
export const Environment = z.object({
  CONFIG: z.string().default("config.yml"),
  LOG_LEVEL: z.enum(["debug", "info", "warn", "error"]).default("info"),
  SLACK_BOT_TOKEN: z.string("a bot token, which begins with xoxb-").startsWith("xoxb-", {
    error: "a bot token, which begins with xoxb-",
  }),
  SLACK_SIGNING_SECRET: z
    .string()
    .min(16, { error: "the app's signing secret, 16 characters or more" })
    .optional(),
  SLACK_APP_TOKEN: z
    .string()
    .startsWith("xapp-", { error: "an app-level token, which begins with xapp-" })
    .optional(),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/, error: "an address that begins with postgresql://" })
    .optional(),
  AUDIT_KEY: z
    .string("32 characters or more of randomness, such as: openssl rand -hex 32")
    .min(32, { error: "32 characters or more of randomness, such as: openssl rand -hex 32" }),
  RUNNER_SIGNING_KEY: z
    .string()
    .refine((text) => parseSigningKey(new Secret(text)).ok, {
      error: "an Ed25519 private key, as npm run runner:keys makes one",
    })
    .optional(),
  AZURE_CLIENT_SECRET: z.string().min(1).optional(),
  /** Names this replica among several; the host's name otherwise. */
  REPLICA: z.string().optional(),
});

export type Environment = z.infer<typeof Environment>;

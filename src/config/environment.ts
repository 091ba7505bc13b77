import { z } from "zod";

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
  RUNNER_TOKEN: z
    .string()
    .min(16, { error: "the runner's token, 16 characters or more" })
    .optional(),
  AZURE_CLIENT_SECRET: z.string().min(1).optional(),
  /** Names this replica among several; the host's name otherwise. */
  REPLICA: z.string().optional(),
});

export type Environment = z.infer<typeof Environment>;

import { z } from "zod";
import { parseVerifyingKey } from "../workday/runner/signing-keys.ts";
import { TenantEntry } from "./tenant-entry.ts";

const Port = z.int().min(1).max(65_535);
const HttpsUrl = z.url({ protocol: /^https?$/, error: "an address that begins with https://" });

const Identity = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("managed-identity").describe("The machine's own managed identity."),
    clientId: z.string().optional().describe("Which one, where there are several."),
  }),
  z.strictObject({
    kind: z.literal("workload-identity").describe("A Kubernetes service account."),
    clientId: z.string().optional(),
    tenantId: z.string().optional(),
  }),
  z.strictObject({
    kind: z.literal("client-secret").describe("AZURE_CLIENT_SECRET in the environment."),
    clientId: z.string(),
    tenantId: z.string(),
  }),
  z.strictObject({ kind: z.literal("azure-cli").describe("A developer's own sign-on.") }),
]);

const Web = z.strictObject({
  url: HttpsUrl.describe(
    "The pages' address for browsers, such as https://isu-bot.example.com. Passkeys belong to its host name.",
  ),
  listen: z.strictObject({
    port: Port.describe("Where the pages are served; not slack.port."),
    host: z.string().default("0.0.0.0"),
  }),
  tls: z
    .strictObject({
      cert: z.strictObject({ file: z.string() }).describe("The certificate with its chain, PEM."),
      key: z.strictObject({ file: z.string() }).describe("Its private key, PEM."),
    })
    .optional()
    .describe("Without it the pages are served as HTTP, for a proxy that ends TLS in front."),
});

/** The configuration file: everything but secrets. `docs/reference/config.schema.json` is made from it. */
export const ConfigFile = z.strictObject({
  slack: z.strictObject({
    team: z
      .string()
      .regex(/^[TE][A-Z0-9]+$/, { error: "a workspace id, such as T024BE7LD" })
      .describe("The workspace's id, such as T024BE7LD."),
    delivery: z
      .enum(["http", "socket"])
      .describe("http: Slack calls a public address. socket: the bot only goes out."),
    port: Port.default(3000).describe("Where Slack's requests and the health checks arrive."),
    host: z.string().default("0.0.0.0"),
    apiUrl: HttpsUrl.optional().describe("Another address of Slack's Web API."),
    newerBlocks: z
      .boolean()
      .default(false)
      .describe("Whether windows show dangers as Slack's alerts. Untried with a live workspace."),
  }),
  operators: z
    .strictObject({
      contact: z
        .string()
        .min(1)
        .max(200)
        .describe(
          "Whom people are told to ask: the id of a channel, a person or a user group, an address, or words.",
        ),
    })
    .optional()
    .describe("Who runs the bot, for whoever is told to ask its operators."),
  database: z
    .enum(["embedded", "url"])
    .default("url")
    .describe(
      "url: PostgreSQL at DATABASE_URL. embedded: a PostgreSQL of the bot's own, for a trial on one machine; refused where a tenant is in production, unless every service is on this machine.",
    ),
  databaseFolder: z
    .string()
    .default("./data/postgres")
    .describe("Where the embedded one keeps it."),
  vault: z.strictObject({
    url: HttpsUrl.describe("https://{vault}.vault.azure.net"),
    identity: Identity,
  }),
  runner: z
    .strictObject({
      url: HttpsUrl.describe("Requests are signed for this address, as it stands here."),
      publicKey: z
        .string("the runner's Ed25519 public key, as PEM or base64")
        .refine((text) => parseVerifyingKey(text).ok, {
          error: "the runner's Ed25519 public key, as PEM or base64",
        })
        .describe("The runner's Ed25519 key (SPKI, PEM or base64). Only what it signed counts."),
      pollEverySeconds: z.number().min(0.05).max(60).default(2),
      timeoutMinutes: z.number().min(0.05).max(120).default(15),
    })
    .optional()
    .describe(
      "The company's own automation for Workday tasks. The bot signs with RUNNER_SIGNING_KEY.",
    ),
  web: Web.optional().describe(
    "The bot's own pages, on which approvers use their passkeys. They are reached by people's browsers.",
  ),
  recipes: z.string().optional().describe("A folder with recipes of the company's own."),
  catalogue: z
    .strictObject({
      folder: z.string().describe("Files of the same form as catalogue/domains.yml."),
    })
    .optional()
    .describe("Domains of the company's own: more names, more marks."),
  allowLoopbackHttp: z
    .boolean()
    .default(false)
    .describe(
      "Plain http for addresses of this machine, to try the bot without the real services.",
    ),
  clockFile: z
    .string()
    .optional()
    .describe(
      "A file with the milliseconds that the bot's clock is ahead of the machine's, to try what comes with time. Refused where a tenant is in production, unless every service is on this machine.",
    ),
  sweepEverySeconds: z.number().min(0.1).max(600).default(30),
  watchActivationsEveryMinutes: z
    .number()
    .min(0.01)
    .max(1_440)
    .default(5)
    .describe("How often the report of activations is read, where a tenant has one."),
  watchSignOnsEveryMinutes: z
    .number()
    .min(0.01)
    .max(1_440)
    .default(15)
    .describe("How often the log of sign-ons is read on, where the bot's account may read it."),
  driftCheckEveryHours: z
    .number()
    .min(0.0001)
    .max(720)
    .default(24)
    .describe("How often every account that was made is compared with its tenant."),
  rotationCheckEveryHours: z
    .number()
    .min(0.0001)
    .max(720)
    .default(24)
    .describe("How often it is looked which passwords are due."),
  leftBehindEveryMinutes: z.number().min(0.01).max(1_440).default(15),
  tenants: z.array(TenantEntry).min(1),
});

export type ConfigFile = z.infer<typeof ConfigFile>;

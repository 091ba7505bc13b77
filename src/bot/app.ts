import { App, type webApi } from "@slack/bolt";
import type { Announcer, Answerer, Directory } from "../flows/ports.ts";
import type { Secret } from "../secret.ts";
import { createAnnouncer } from "./announcer.ts";
import { createAnswerer } from "./answerer.ts";
import { registerApproval } from "./approve.ts";
import { registerAskAgain } from "./ask-again.ts";
import { registerAudit } from "./audit.ts";
import { createBoltLog } from "./bolt-log.ts";
import { registerCatchAll } from "./catch-all.ts";
import { registerChange } from "./change.ts";
import { registerClient } from "./client.ts";
import { registerCommand } from "./command.ts";
import { registerDecisions } from "./decide.ts";
import { registerDelegation } from "./delegate.ts";
import type { BotDeps, BotParts } from "./deps.ts";
import { createDirectory } from "./directory.ts";
import { registerErrors } from "./errors.ts";
import { registerFollowUp } from "./follow-up.ts";
import { registerForm } from "./form.ts";
import { registerHome } from "./home.ts";
import { countInFlight } from "./in-flight.ts";
import { registerInventory } from "./inventory.ts";
import { registerPasskeys } from "./passkeys.ts";
import { registerPermissions } from "./permissions.ts";
import { registerPlan } from "./plan.ts";
import { registerReasons } from "./reasons.ts";
import { createGate, type Delivery } from "./receiver.ts";
import { registerRecipes } from "./recipes.ts";
import { createRespond } from "./respond.ts";
import { registerSearches } from "./searches.ts";
import { registerSegments } from "./segments.ts";
import { createSlackClients, toClientOptions } from "./slack-call.ts";
import { within } from "./within.ts";
import { createReadWorkspace } from "./workspace.ts";

export interface BotOptions {
  /** Needed for delivery over HTTP. */
  readonly signingSecret?: Secret;
  readonly botToken: Secret;
  /** Needed for Socket Mode. */
  readonly appToken?: Secret;
  readonly delivery: Delivery;
  /** Where Slack's Web API is, with a closing slash; Slack itself unless said otherwise. */
  readonly apiUrl?: string;
  readonly fetch?: webApi.FetchFunction;
}

export interface Bot {
  /** Takes payloads from here on. */
  readonly start: () => Promise<void>;
  /** Takes no more, and waits that long at the most for what is running; says whether all came to an end. */
  readonly drain: (limitMs: number) => Promise<boolean>;
  readonly announcer: Announcer;
  readonly answerer: Answerer;
  readonly directory: Directory;
}

/** Milliseconds for connections to end; an idle one may stay open longer and carries nothing. */
const closeMs = 1000;

/** Joins everything that knows Slack. Importing or creating does nothing outside; `start` does. */
export function createBot(options: BotOptions, deps: BotDeps): Bot {
  const token = options.botToken.reveal();
  const logger = createBoltLog(deps.log);
  const address = { ...options, logger };
  const slack = createSlackClients(token, address);
  const workspace = createReadWorkspace(slack);
  const directory = createDirectory({ slack, workspace, now: deps.now });
  const respond = createRespond(options.fetch ?? globalThis.fetch);
  const parts: BotParts = { deps, slack, directory, respond, workspace };
  const gate = createGate({ ...revealed(options), logger, isReady: deps.isReady });
  const app = new App({
    receiver: gate.receiver,
    // No call of Slack's is needed to know the one token; an outage must not stop the start.
    authorize: () => Promise.resolve({ botToken: token }),
    clientOptions: toClientOptions(address),
    logger,
    convoStore: false,
    ignoreSelf: false,
    extendedErrorHandler: true,
  });
  const inFlight = countInFlight(app);
  for (const register of registrations) register(app, parts);
  return {
    start: gate.open,
    drain: async (limitMs) => {
      const stopped = app.stop().catch(() => undefined);
      await within(Math.min(closeMs, limitMs), stopped);
      return inFlight.settle(limitMs);
    },
    announcer: createAnnouncer({ deps, slack, workspace }),
    answerer: createAnswerer(parts),
    directory,
  };
}

const registrations = [
  registerErrors,
  registerCommand,
  registerForm,
  registerSearches,
  registerChange,
  registerClient,
  registerFollowUp,
  registerPlan,
  registerDecisions,
  registerApproval,
  registerReasons,
  registerAskAgain,
  registerRecipes,
  registerHome,
  registerInventory,
  registerAudit,
  registerDelegation,
  registerPasskeys,
  registerPermissions,
  registerSegments,
  registerCatchAll,
] as const;

function revealed({ signingSecret, appToken, delivery, apiUrl }: BotOptions): {
  readonly delivery: Delivery;
  readonly signingSecret?: string;
  readonly appToken?: string;
  readonly apiUrl?: string;
} {
  return {
    delivery,
    ...(signingSecret === undefined ? {} : { signingSecret: signingSecret.reveal() }),
    ...(appToken === undefined ? {} : { appToken: appToken.reveal() }),
    ...(apiUrl === undefined ? {} : { apiUrl }),
  };
}

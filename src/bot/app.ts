import { App, type webApi } from "@slack/bolt";
import type { Answerer } from "../flows/ports/answerer.ts";
import type { Channels } from "../flows/ports/channels.ts";
import type { Directory } from "../flows/ports/directory.ts";
import type { PublisherLease, PublisherLedger } from "../flows/ports/outbox.ts";
import type { Secret } from "../secret.ts";
import { createAnswerer } from "./answers/answerer.ts";
import { registerChange } from "./commands/about-account.ts";
import { registerPlanList } from "./commands/approve-plans.ts";
import type { CommandGroup } from "./commands/command.ts";
import { commands } from "./commands/commands.ts";
import { createRegisterCommands } from "./commands/dispatch.ts";
import { registerFollowUp } from "./commands/follow-up.ts";
import { openHomesOf, registerHome } from "./commands/home.ts";
import type { OpenHomes } from "./commands/open-homes.ts";
import { registerSearches } from "./commands/searches.ts";
import { registerDetails } from "./commands/show-details.ts";
import { registerFolded } from "./commands/show-folded.ts";
import { registerApproval } from "./decisions/approve.ts";
import { registerAttestations } from "./decisions/attest.ts";
import { registerDecisions } from "./decisions/decide.ts";
import { registerPostponing } from "./decisions/postpone.ts";
import { registerQuestions } from "./decisions/questions.ts";
import { registerReasons } from "./decisions/reasons.ts";
import { registerWithdrawing } from "./decisions/withdraw.ts";
import { registerErrors } from "./errors.ts";
import { registerEdit } from "./plan-review/edit-form.ts";
import { registerPlan } from "./plan-review/plan.ts";
import { registerAskAgain } from "./plan-review/reopen-form.ts";
import { createHolder } from "./publisher/holder.ts";
import type { PublisherParts, Shown } from "./publisher/parts.ts";
import { createPosting } from "./publisher/posting.ts";
import { createPublisher, type Publisher } from "./publisher/publisher.ts";
import { createLooking, together } from "./publisher/showing.ts";
import { type OnAcknowledged, timeAcknowledgements } from "./slack/acknowledgements.ts";
import { createBoltLog } from "./slack/bolt-log.ts";
import { createCallTroubles } from "./slack/call-troubles.ts";
import { createChannels, createCheckPostable } from "./slack/check-postable.ts";
import { createCheckToken } from "./slack/check-token.ts";
import type { BotDeps, BotParts } from "./slack/deps.ts";
import { createDirectory } from "./slack/directory.ts";
import { countInFlight } from "./slack/in-flight.ts";
import { createLookAtChannel } from "./slack/look-at-channel.ts";
import { pressWhatIsChosen } from "./slack/press-chosen.ts";
import { createSlackReceiver, type Delivery } from "./slack/receiver.ts";
import { createRespond } from "./slack/respond.ts";
import { createSlackClients, type SlackWatch, toClientOptions } from "./slack/slack-call.ts";
import { type ShownHow, showAcknowledgements } from "./slack/to-shown.ts";
import { withTimeout } from "./slack/with-timeout.ts";
import { withToken } from "./slack/with-token.ts";
import { createReadWorkspace } from "./slack/workspace.ts";
import { registerCatchAll } from "./unknown-interactions.ts";

export interface BotOptions extends ShownHow {
  /** Needed for delivery over HTTP. */
  readonly signingSecret?: Secret;
  readonly botToken: Secret;
  /** Needed for Socket Mode. */
  readonly appToken?: Secret;
  readonly delivery: Delivery;
  /** Where Slack's Web API is, with a closing slash; Slack itself unless said otherwise. */
  readonly apiUrl?: string;
  readonly fetch?: webApi.FetchFunction;
  /** The commands with their help; the bot's own unless said otherwise. */
  readonly commands?: readonly CommandGroup[];
  readonly watch?: BotWatch;
}

/** Who hears how the bot fares with Slack, and tells it to whoever reads `/metrics`. */
export interface BotWatch extends SlackWatch {
  readonly acknowledged: OnAcknowledged;
  readonly socketIs: (isOpen: boolean) => void;
  readonly readMetrics: () => Promise<string>;
}

export interface Bot {
  /** Takes payloads from here on. */
  readonly start: () => Promise<void>;
  /** Takes no more, and waits that long at the most for what is running; says whether all came to an end. */
  readonly drain: (limitMs: number) => Promise<boolean>;
  /** Shows what is recorded. It writes only while it holds the lease. */
  readonly publisher: Publisher;
  readonly channels: Channels;
  readonly answerer: Answerer;
  readonly directory: Directory;
}

/** Milliseconds for connections to end; an idle one may stay open longer and carries nothing. */
const closeMs = 1000;

/** What showing requests takes besides what the listeners need. */
export interface ShowingDeps {
  readonly lease: PublisherLease;
  readonly ledger: PublisherLedger;
  readonly onShown: (shown: Shown) => Promise<void>;
  readonly isDatabaseAway: PublisherParts["isDatabaseAway"];
}

/** Joins everything that knows Slack. Importing or creating does nothing outside; `start` does. */
export function createBot(options: BotOptions, deps: BotDeps, showing: ShowingDeps): Bot {
  const { parts, address, findTrouble } = createParts(options, deps);
  const { slack, workspace, directory } = parts;
  const { logger, token } = address;
  const checkPostable = createCheckPostable(deps, slack);
  const gate = createSlackReceiver({
    ...revealed(options),
    logger,
    isReady: deps.isReady,
    findTrouble,
  });
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
  showAcknowledgements(app, options);
  if (options.watch !== undefined) timeAcknowledgements(app, options.watch.acknowledged);
  pressWhatIsChosen(app);
  const inFlight = countInFlight(app);
  const homes = openHomesOf(parts);
  registerAll(app, parts, { homes, commands: options.commands ?? commands });
  return {
    start: gate.open,
    drain: async (limitMs) => {
      const stopped = app.stop().catch(() => undefined);
      await withTimeout(Math.min(closeMs, limitMs), stopped);
      return inFlight.settle(limitMs);
    },
    publisher: openPublisher({ ...deps, ...showing, slack, workspace, checkPostable, homes }),
    channels: createChannels(deps, checkPostable),
    answerer: createAnswerer(parts),
    directory,
  };
}

/** What asks Slack, and hears how it fares with it. */
function createParts(options: BotOptions, deps: BotDeps) {
  const token = options.botToken.reveal();
  const logger = createBoltLog(deps.log);
  const transport = options.fetch ?? globalThis.fetch;
  const troubles = createCallTroubles({ log: deps.log, elapsed });
  const fetch = withToken(transport, options.botToken);
  const address = { ...options, token, logger, fetch, troubles };
  const slack = createSlackClients(token, address);
  const workspace = createReadWorkspace(slack);
  const parts: BotParts = {
    deps,
    slack,
    workspace,
    directory: createDirectory({ slack, workspace, now: deps.now }),
    lookAtChannel: createLookAtChannel(slack, deps.now),
    respond: createRespond(transport, { ...options.watch, ...toShownHow(options), troubles }),
  };
  return { parts, address, findTrouble: createCheckToken({ slack, troubles, elapsed }) };
}

function toShownHow({ operators, newerBlocks }: BotOptions): ShownHow {
  return { operators, newerBlocks };
}

/** What is shown of requests, and of Home tabs beside them. */
function openPublisher({
  homes,
  ...parts
}: Omit<PublisherParts, "posting" | "holder" | "elapsed"> &
  Pick<ShowingDeps, "lease"> & { readonly homes: OpenHomes }): Publisher {
  const posting = createPosting(parts.slack);
  const holder = createHolder(parts.lease, elapsed);
  const publisher = createPublisher({ ...parts, posting, holder, elapsed });
  return together(publisher, createLooking(homes, parts.log));
}

function registerAll(
  app: App,
  parts: BotParts,
  {
    homes,
    commands: all,
  }: { readonly homes: OpenHomes; readonly commands: readonly CommandGroup[] },
): void {
  registerHome(app, parts, homes);
  for (const register of registrations) register(app, parts);
  createRegisterCommands(all)(app, parts);
}

/** Milliseconds that only go forward. */
function elapsed(): number {
  return performance.now();
}

const registrations = [
  registerErrors,
  registerSearches,
  registerChange,
  registerFollowUp,
  registerPlan,
  registerDecisions,
  registerApproval,
  registerAttestations,
  registerPostponing,
  registerQuestions,
  registerReasons,
  registerWithdrawing,
  registerAskAgain,
  registerEdit,
  registerDetails,
  registerFolded,
  registerPlanList,
  registerCatchAll,
] as const;

function revealed({ signingSecret, appToken, delivery, apiUrl, watch }: BotOptions): {
  readonly delivery: Delivery;
  readonly signingSecret?: () => string;
  readonly appToken?: string;
  readonly fetchAsApp?: webApi.FetchFunction;
  readonly apiUrl?: string;
  readonly readMetrics?: () => Promise<string>;
  readonly onSocket?: (isOpen: boolean) => void;
} {
  return {
    delivery,
    ...(signingSecret === undefined ? {} : { signingSecret: () => signingSecret.reveal() }),
    ...(appToken && {
      appToken: appToken.reveal(),
      fetchAsApp: withToken(globalThis.fetch, appToken),
    }),
    ...(apiUrl === undefined ? {} : { apiUrl }),
    ...(watch && { readMetrics: watch.readMetrics, onSocket: watch.socketIs }),
  };
}

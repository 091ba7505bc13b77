import { createDirectory } from "../bot/slack/directory.ts";
import type { SlackFault } from "../bot/slack/slack-call.ts";
import { createReadWorkspace } from "../bot/slack/workspace.ts";
import {
  createWorkspaceChecks,
  type TokenFacts,
  tryAppToken,
  type WorkspaceChecks,
} from "../bot/slack/workspace-checks.ts";
import type { Config } from "../config/read-config.ts";
import { instant } from "../flows/model/ids.ts";
import type { Tenant } from "../flows/tenant/tenant.ts";
import { checkTenantChannel } from "./channel.ts";
import { createDateWatch, judgeClock } from "./clock.ts";
import type { DoctorDeps } from "./deps.ts";
import { type Finding, findingsOf } from "./finding.ts";
import { judgeActivators, judgeFourEyes } from "./four-eyes.ts";
import { openSlack } from "./open.ts";
import { checkPerson, diagnoseGroup, gather, type Learnt, toMembers } from "./people.ts";
import { judgeScopes } from "./scopes.ts";
import { withLimit } from "./with-limit.ts";

const area = "Slack";
const findings = findingsOf(area);

/** What the checks of Slack need besides. */
interface Around {
  readonly tenants: readonly Tenant[];
  /** The bot scopes that `manifest.yml` asks for. */
  readonly wanted: readonly string[];
}

/** Tries token and scopes, then each channel, person and user group that the configuration names. */
export async function checkSlack(
  config: Config,
  { tenants, wanted }: Around,
  deps: DoctorDeps,
): Promise<readonly Finding[]> {
  const watch = createDateWatch(deps.now, deps.fetch);
  const slack = openSlack(config, config.secrets.botToken, watch.fetch);
  const survey = createWorkspaceChecks(slack);
  const { limitMs } = deps;
  const token = await withLimit({ area, what: "bot token", limitMs }, async () =>
    judgeToken(await survey.readToken(), { team: config.file.slack.team, wanted }),
  );
  const delivery = checkDelivery(config, deps);
  if (token.some(({ what, state }) => what === "bot token" && state !== "ok")) {
    return [...token, ...untried, ...(await delivery), judgeClock(findings, watch.aheadMs())];
  }
  const directory = createDirectory({
    slack,
    workspace: createReadWorkspace(slack),
    now: () => instant(deps.now()),
  });
  const visits = await visit({ survey, directory, tenants, limitMs });
  return [...token, ...visits, ...(await delivery), judgeClock(findings, watch.aheadMs())];
}

function judgeToken(
  answer: Awaited<ReturnType<WorkspaceChecks["readToken"]>>,
  { team, wanted }: { readonly team: string; readonly wanted: readonly string[] },
): readonly Finding[] {
  if (!answer.ok) return [judgeTokenFault(answer.error)];
  return [...judgeTeam(answer.value, team), ...judgeScopes(answer.value.scopes, wanted)];
}

function judgeTokenFault({ kind, words }: SlackFault): Finding {
  const remedy =
    kind === "denied"
      ? "Install the app in the workspace and set SLACK_BOT_TOKEN to its bot token."
      : "Look at the network to slack.com (slack.apiUrl where it is set), and at Slack's status.";
  return findings.failed("bot token", words, remedy);
}

function judgeTeam(facts: TokenFacts, team: string): readonly Finding[] {
  if (facts.team === team) return [findings.ok("bot token", `Good, and of the workspace ${team}.`)];
  const words = `It is of the workspace ${facts.team}, and slack.team says ${team}.`;
  const remedy = "Correct slack.team, or install the app in that workspace and use its token.";
  return [findings.failed("bot token", words, remedy)];
}

const untried = ["channels", "people", "user groups", "four eyes"].map((what) =>
  findings.notTried(what, "Nothing can be looked up without a good bot token."),
);

interface Visit {
  readonly survey: WorkspaceChecks;
  readonly directory: ReturnType<typeof createDirectory>;
  readonly tenants: readonly Tenant[];
  readonly limitMs: number;
}

async function visit({ survey, directory, tenants, limitMs }: Visit): Promise<readonly Finding[]> {
  const learnt: Learnt = { standings: new Map(), groups: new Map() };
  const looked = await Promise.all([
    ...tenants.map((tenant) => checkTenantChannel(survey, tenant, limitMs)),
    ...gather(tenants, ({ people }) => people).map((person) =>
      checkPerson(directory, person, { learnt, limitMs }),
    ),
    ...gather(tenants, ({ groups }) => groups).map((group) =>
      diagnoseGroup(survey, group, { learnt, limitMs }),
    ),
  ]);
  const eyes = tenants.flatMap((tenant) => {
    const requesters = toMembers(tenant.requesters, learnt);
    return [
      judgeFourEyes(tenant, requesters, toMembers(tenant.approvers, learnt)),
      ...judgeActivators(tenant, requesters, toMembers(tenant.doers, learnt)),
    ];
  });
  return [...looked.flat(), ...eyes];
}

/** The app-level token can be tried; what Slack signs can not. */
async function checkDelivery(
  config: Config,
  { limitMs, fetch }: DoctorDeps,
): Promise<readonly Finding[]> {
  const { appToken } = config.secrets;
  if (config.file.slack.delivery === "http" || appToken === undefined) {
    const words =
      "Only Slack can try it: type /workday-isu help once the bot runs. It needs the public address in the app, and SLACK_SIGNING_SECRET.";
    return [findings.notTried("delivery over HTTP", words)];
  }
  const what = "app-level token";
  return withLimit({ area, what, limitMs }, async () => {
    const tried = await tryAppToken(openSlack(config, appToken, fetch));
    if (tried.ok) return [findings.ok(what, "Slack would open a socket for it.")];
    const remedy =
      "Make an app-level token with the scope connections:write, switch Socket Mode on, and set SLACK_APP_TOKEN.";
    return [findings.failed(what, tried.error.words, remedy)];
  });
}

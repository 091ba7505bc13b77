import type { Config } from "../config/read-config.ts";
import type { TenantEntry } from "../config/tenant-entry.ts";
import type { Fault } from "../flows/model/fault.ts";
import type { ProbeOperation } from "../flows/tenant/tenant.ts";
import { toWorkdayOptions } from "../tenant-contexts.ts";
import { operationOfProbe } from "../workday/operations/operations.ts";
import { createReadReport } from "../workday/reports/read-report.ts";
import { createWorkday, type WorkdayOptions } from "../workday/workday.ts";
import { checkActivityLog } from "./activity-log.ts";
import { checkCertificate } from "./certificate.ts";
import { createDateWatch, judgeClock } from "./clock.ts";
import type { DoctorDeps } from "./deps.ts";
import { checkEyes } from "./eyes.ts";
import { type Finding, findingsOf } from "./finding.ts";
import { checkReports } from "./reports.ts";
import { checkSignOnLog } from "./sign-on-log.ts";
import { withLimit } from "./with-limit.ts";

const maxReplyBytes = 10_000_000;

/**
 * Tries one tenant as the bot's own account: host, version and sign-on with one read, then the other reads.
 * After a refused sign-on nothing more is tried, since a few wrong passwords lock the account.
 */
export async function checkWorkday(
  config: Config,
  entry: TenantEntry,
  { now, limitMs, fetch }: DoctorDeps,
): Promise<readonly Finding[]> {
  const area = `Workday ${entry.name}`;
  const watch = createDateWatch(now, fetch);
  const options = {
    ...toWorkdayOptions(config, entry),
    timeoutMs: Math.min(entry.timeoutSeconds * 1_000, limitMs),
    fetch: watch.fetch,
  };
  const visit = { area, options, limitMs };
  const first = await probe(visit, "Get_Integration_System_Users");
  const clock = judgeClock(findingsOf(area), watch.aheadMs());
  if (!first.some(({ what, state }) => what === "sign-on" && state === "ok")) {
    return [...first, ...notTried(area), clock];
  }
  const workday = createWorkday(options);
  const trial = { area, limitMs, now, account: entry.account.userName };
  const [build, learning, { seen, reports }, ...logs] = await Promise.all([
    probe(visit, "Get_Integration_Systems"),
    probe(visit, "Get_Learning_Topics"),
    checkEyesAndReports(entry, visit),
    checkSignOnLog(workday, trial),
    checkActivityLog(workday, { area, limitMs, now }),
  ]);
  const second = [...build, ...learning.map(onlyForSegments)].filter(
    ({ what }) => what !== "sign-on" && what !== "web services",
  );
  const key = checkCertificate(area, options.account, now());
  const eyes = [...seen, ...logs.flat()];
  return [...first, ...second, ...key, untriedPuts(area), ...eyes, ...reports, clock];
}

/** By which eyes the tenant is seen, and whether its reports are as the bot needs them. */
async function checkEyesAndReports(
  entry: TenantEntry,
  { area, options, limitMs }: Visit,
): Promise<Record<"seen" | "reports", readonly Finding[]>> {
  const read = createReadReport({ ...options, maxReplyBytes });
  const looked = await checkEyes(createWorkday(options).findEyes, { area, limitMs });
  const { findings: seen, ...found } = looked;
  return { seen, reports: await checkReports(entry, { area, read, limitMs, ...found }) };
}

/** Nothing else needs the service Learning, and many tenants do without. */
function onlyForSegments({ remedy = "", ...finding }: Finding): Finding {
  if (finding.state !== "failed") return finding;
  return {
    ...finding,
    state: "warning",
    remedy: `Only /workday-isu segments needs it. ${remedy}`,
  };
}

interface Visit {
  readonly area: string;
  readonly options: WorkdayOptions;
  readonly limitMs: number;
}

function probe(
  { area, options, limitMs }: Visit,
  operation: ProbeOperation,
): Promise<readonly Finding[]> {
  return withLimit({ area, what: domainOf(operation), limitMs: limitMs + 500 }, async () => {
    const answer = await createWorkday(options).tryOwn(operation);
    if (!answer.ok) return failedProbe(area, operation, answer.error);
    return judgeProbe({ area, userName: options.account.userName }, operation, answer.value);
  });
}

function judgeProbe(
  { area, userName }: { readonly area: string; readonly userName: string },
  operation: ProbeOperation,
  answer: "answered" | "not-authorized" | "not-signed-on",
): readonly Finding[] {
  const { ok, failed } = findingsOf(area);
  const services = ok("web services", "The host answers, and knows tenant and version.");
  const signedOn = ok("sign-on", `${userName} can sign on.`);
  switch (answer) {
    case "answered":
      return [services, signedOn, ok(domainOf(operation), `${operation} is answered.`)];
    case "not-authorized": {
      const { needs } = operationOfProbe(operation);
      const words = `${userName} may not call ${operation}.`;
      const remedy = `Grant ${needs} to a security group of ${userName}, and activate it.`;
      return [services, signedOn, failed(domainOf(operation), words, remedy)];
    }
    case "not-signed-on": {
      const words = `Workday does not let ${userName} sign on: a wrong name or password, a locked account, or an authentication policy. Tried once: a few wrong passwords lock the account.`;
      const remedy =
        "Correct account.userName and its password, unlock the account, or let it in by an authentication policy.";
      return [failed("sign-on", words, remedy)];
    }
  }
}

/** Nothing is known of the sign-on where a call did not come through. */
function failedProbe(area: string, operation: ProbeOperation, fault: Fault): readonly Finding[] {
  const { failed, notTried: untried } = findingsOf(area);
  const remedy = remedies[fault.kind];
  const isFirst = operation === "Get_Integration_System_Users";
  if (!isFirst) return [failed(domainOf(operation), fault.words, remedy)];
  return [
    failed("web services", fault.words, remedy),
    untried("sign-on", "The web services gave no answer to it."),
  ];
}

const reach =
  "Correct servicesUrl (the services host, not the one people browse), and look at DNS, firewalls and certificates between.";
const address = "Correct servicesUrl, name or version of this tenant.";

const remedies = {
  rejected: address,
  denied: "Look at the tenant's network rules for this machine's address.",
  unreachable: reach,
  unknown: reach,
  unreadable: address,
};

/** Such as Integration Security. */
function domainOf(operation: ProbeOperation): string {
  return operationOfProbe(operation).needs.replace(/^Get on the domain (.*)$/, "Get on $1");
}

function untriedPuts(area: string): Finding {
  const words =
    "Put on Integration Security and Integration Build cannot be tried without changing the tenant: see that both are granted. For /workday-isu segments, Put on Manage: Learning Content, and Get and Put on Learning Segment Setup, too.";
  return findingsOf(area).notTried("Put", words);
}

function notTried(area: string): readonly Finding[] {
  const words = "Nothing more can be tried without a sign-on.";
  return ["Get on Integration Security", "Get on Integration Build", "reports"].map((what) =>
    findingsOf(area).notTried(what, words),
  );
}

import type { Eye, Eyes, ShutBy } from "../workday/wql/decide-eye.ts";
import type { Outlook } from "../workday/wql/look-out.ts";
import { type Thing, things, wanted } from "../workday/wql/wanted.ts";
import { type Finding, findingsOf } from "./finding.ts";
import { withLimit } from "./with-limit.ts";

interface Visit {
  readonly area: string;
  readonly limitMs: number;
}

/** What the tenant shows to the bot's own API client; the eyes are absent where it could not be asked in time. */
export interface Looked {
  readonly findings: readonly Finding[];
  readonly eyes?: Eyes;
}

/** What the bot would like to see, in the words of the setup guide. */
const names: Readonly<Record<Thing, string>> = {
  pendingDomainPolicies: "pending changes of domain policies",
  pendingBusinessProcessPolicies: "pending changes of business process policies",
  securityGroups: "security groups, their kinds and members",
  groupPermissions: "what groups may do",
  accounts: "whether accounts are locked, disabled or expire",
};

/**
 * A table of what the bot would like to see, by which eye it sees it, and what would open a better one. It asks which
 * sources and fields the tenant has, and changes nothing.
 */
export async function checkEyes(
  findEyes: (() => Promise<Outlook>) | undefined,
  { area, limitMs }: Visit,
): Promise<Looked> {
  if (findEyes === undefined) return { findings: [] };
  let eyes: Eyes | undefined;
  // A tenant lists more than a thousand sources, page by page.
  const trial = { area, what: "WQL", limitMs: limitMs * 3 };
  const findings = await withLimit(trial, async () => {
    const outlook = await findEyes();
    eyes = outlook.eyes;
    return judgeEyes(area, outlook);
  });
  return eyes === undefined ? { findings } : { findings, eyes };
}

/** A line for the client, and one for each thing. */
function judgeEyes(
  area: string,
  { eyes, client }: Pick<Outlook, "eyes" | "client">,
): readonly Finding[] {
  const { ok, failed, notTried } = findingsOf(area);
  const first =
    client === undefined
      ? ok("WQL", "The bot's own API client signs on, and the tenant lists its sources.")
      : failed("WQL", client.words, remedies.failed);
  const others = othersSeen.map(([thing, words]) => ok(`eye: ${thing}`, words));
  const unseen = nobodySees.map(([thing, words]) => notTried(`eye: ${thing}`, words));
  return [
    first,
    ...things.map((thing) => judgeEye(area, thing, eyes[thing])),
    ...others,
    ...unseen,
  ];
}

/** What the bot sees in another way, whatever the tenant's WQL lists. */
const othersSeen = [
  [
    "other settings of accounts",
    "The web service of integration system users, of each system that a request names.",
  ],
  [
    "who changed what",
    "The maker of each pending change, where that eye is open; for an activation its report and the activity log. The sources that end in ChangedWithinMomentRange are not read, since their fields were never recorded.",
  ],
] as const;

/** What the bot would like to see, and nothing that is known shows. */
const nobodySees = [
  [
    "actions of business processes once active",
    "None, and nothing that is known opens one: WQL names the business process of a group, and not the action. A person looks at View Business Process Security Policy.",
  ],
] as const;

function judgeEye(area: string, thing: Thing, eye: Eye): Finding {
  const { ok, warning } = findingsOf(area);
  const what = `eye: ${names[thing]}`;
  switch (eye.kind) {
    case "wql":
      return judgeFields(area, thing, eye);
    case "report":
      return ok(what, `The report ${thing}. ${eye.why}`.trim());
    case "only-that":
      return warning(
        what,
        `WQL tells that something is pending, and not what: it counts as not seen. ${eye.why}`,
        toRemedy(thing, eye.reason),
      );
    case "shut":
      return warning(what, `None. ${eye.why}`, toRemedy(thing, eye.reason));
  }
}

/** What WQL has no field for is unverified, though the rest is seen. */
function judgeFields(
  area: string,
  thing: Thing,
  { source, fields }: Extract<Eye, { readonly kind: "wql" }>,
): Finding {
  const { ok, warning } = findingsOf(area);
  const what = `eye: ${names[thing]}`;
  const words = `WQL, source ${source}. No report is needed.`;
  const told = wanted[thing].besides.filter(({ isWitness = false }) => !isWitness);
  const missing = told.map(({ column }) => column).filter((one) => !Object.hasOwn(fields, one));
  if (missing.length === 0) return ok(what, words);
  return warning(
    what,
    `WQL, source ${source}. It has no field for ${missing.join(", ")}: what these would tell is unverified.`,
    `Name fields of the tenant's own that tell it under wql.fields.${thing}.`,
  );
}

const remedies: Readonly<Record<ShutBy, string>> = {
  "no-client": "Register an API client of the bot's own, and name it under wql",
  failed:
    "See that the client is enabled, with a refresh token of the bot's account, the scopes System and Tenant Non-Configurable, View on Workday Query Language, and API clients allowed by the authentication policy",
  "no-source":
    "Grant View on the domain that secures the source (View Security for Securable Item names it) to a group of the bot's account, and its functional area to the client",
  "no-field": "Name fields of the tenant's own that tell it",
  hidden:
    "Grant View on Security Configuration and on what else secures these rows (View Security for Securable Item names it) to a group of the bot's account",
  "no-pending": "Open an eye for the pending changes of domain policies first",
};

function toRemedy(thing: Thing, reason: ShutBy): string {
  const where = reason === "no-field" ? ` under wql.fields.${thing}` : "";
  return `${remedies[reason]}${where}; or make the report and name it under reports.${thing}.`;
}

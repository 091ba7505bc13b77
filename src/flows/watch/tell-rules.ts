import type { FlowDeps } from "../ports/deps.ts";
import type { RulesInWords, TenantRules } from "../ports/tenant-rules.ts";
import type { Tenant } from "../tenant/tenant.ts";
import { truncate } from "../text/truncate.ts";

/** Of each tenant what says who may do what, in which numbers and when. */
const rules = [
  "production",
  "observe",
  "requesters",
  "doers",
  "approvers",
  "readers",
  "auditors",
  "approvals",
  "escalation",
  "remindAfterMs",
  "approvalExpiresAfterMs",
  "delegation",
  "perRecipe",
  "workdayAccounts",
  "requestersMayActivate",
  "releases",
  "needsTicket",
  "tickets",
  "maxOpenRequestsPerPerson",
  "changeWindows",
  "freezes",
  "hands",
  "protectedAccounts",
  "protectedGroups",
  "refusedDomains",
  "sensitiveDomains",
] as const satisfies readonly (keyof Tenant)[];

/** Letters of one rule that a message shows; the audit trail has all of them. */
const mostLetters = 300;

type Telling = Pick<FlowDeps, "tenants" | "clock" | "random"> & { readonly rules: TenantRules };

/**
 * Tells each tenant's channel where a start brought other people, numbers or rules than the one before, and seals them:
 * whoever can change the configuration cannot do it unseen. Safe to repeat, and safe on several replicas at once.
 */
export async function tellRules({ tenants, clock, random, rules: kept }: Telling): Promise<void> {
  const at = clock.now();
  for (const tenant of tenants) {
    const now = toWords(tenant);
    await kept.keep({
      tenant: tenant.name,
      rules: now,
      at,
      toNotice: (before) => {
        const lines = listChanges(before, now);
        return {
          key: `rules ${random.digest(JSON.stringify([tenant.name, at, lines]))}`,
          tenant: tenant.name,
          madeAt: at,
          matter: { kind: "rules-changed", rules: { count: lines.length, lines } },
        };
      },
    });
  }
}

function toWords(tenant: Tenant): RulesInWords {
  return Object.fromEntries(
    rules.flatMap((rule) => (tenant[rule] === undefined ? [] : [[rule, toText(tenant[rule])]])),
  );
}

/** JSON, without what a reader does not need. */
function toText(value: unknown): string {
  return JSON.stringify(value)
    .replaceAll(/["{}]/g, "")
    .replaceAll(/([,:])(?=\S)/g, "$1 ");
}

function listChanges(before: RulesInWords, now: RulesInWords): readonly string[] {
  return rules
    .filter((rule) => before[rule] !== now[rule])
    .map((rule) => `${rule}: ${describeChange(before[rule], now[rule])}`);
}

/** Of a long rule what is different: what is the same before and behind it could fill the message. */
function describeChange(before = "not said", now = "not said"): string {
  const isShort = before.length <= mostLetters && now.length <= mostLetters;
  const [old, fresh] = [before.split(", "), now.split(", ")];
  const start = countSame(old, fresh);
  const end = countSame(old.slice(start).toReversed(), fresh.slice(start).toReversed());
  const shown = [old, fresh].map((parts) =>
    isShort ? parts : [...gap(start), ...parts.slice(start, parts.length - end), ...gap(end)],
  );
  return shown.map((parts) => truncate(parts.join(", "), mostLetters)).join(" → ");
}

function gap(leftOut: number): readonly string[] {
  return leftOut === 0 ? [] : ["…"];
}

/** How many parts are the same from the first on. */
function countSame(one: readonly string[], other: readonly string[]): number {
  const at = one.findIndex((part, index) => part !== other[index]);
  return at === -1 ? one.length : at;
}

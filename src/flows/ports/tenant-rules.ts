import type { Instant, TenantName } from "../model/ids.ts";
import type { Notice } from "../request/notice.ts";

/** What counts in a tenant, rule by rule, each in words that are compared as they are. */
export type RulesInWords = Readonly<Record<string, string>>;

/** A start, and what it has to say where rules are others than at the one before. */
export interface RulesAtStart {
  readonly tenant: TenantName;
  readonly rules: RulesInWords;
  readonly at: Instant;
  readonly toNotice: (before: RulesInWords) => Notice;
}

/** By which rules each tenant is run, sealed in the audit trail. */
export interface TenantRules {
  /**
   * Seals the rules of a start where they are others than those that were sealed last, and queues what the channel hears
   * of it: both or neither. The first ones are sealed and not told. Safe to repeat, and safe on several replicas at once.
   */
  readonly keep: (start: RulesAtStart) => Promise<void>;
}

import type { Limit } from "./window.ts";

/** What is counted: calls of one method in the workspace, or into one channel of it. */
export interface Rule extends Limit {
  readonly of: "workspace" | "channel";
}

/** Calls a minute. Slack promises at least these ("20+ per minute"): nothing above them is counted on here. */
const tiers = { 2: 20, 3: 50, 4: 100 } as const;

const byTier: Readonly<Record<keyof typeof tiers, readonly string[]>> = {
  2: ["usergroups.list", "usergroups.users.list"],
  3: [
    "chat.update",
    "chat.delete",
    "conversations.history",
    "conversations.info",
    "conversations.open",
    "conversations.replies",
    "users.lookupByEmail",
    // A stored copy of its page says tier 3; tried by nobody here.
    "apps.connections.open",
  ],
  4: [
    "chat.postEphemeral",
    "conversations.members",
    "users.info",
    "views.open",
    "views.publish",
    "views.push",
    "views.update",
  ],
};

/**
 * One post a second and channel, "short bursts >1 allowed": a burst of 4, and 300 a minute in the workspace for
 * "several hundred", are guesses.
 */
const posting: readonly Rule[] = [
  { of: "channel", most: 4, withinMs: 4000 },
  { of: "workspace", most: 300, withinMs: 60_000 },
];

/** "Hundreds of requests per minute" for these, which is a special tier; 300 is a guess. */
const hundreds: readonly Rule[] = [{ of: "workspace", most: 300, withinMs: 60_000 }];

const rules: ReadonlyMap<string, readonly Rule[]> = new Map<string, readonly Rule[]>([
  ["chat.postMessage", posting],
  ["chat.getPermalink", hundreds],
  ["auth.test", hundreds],
  ...([2, 3, 4] as const).flatMap((tier) =>
    byTier[tier].map((method): [string, readonly Rule[]] => [
      method,
      [{ of: "workspace", most: tiers[tier], withinMs: 60_000 }],
    ]),
  ),
]);

/**
 * What Slack allows of a method; nothing for one that it does not know.
 *
 * @see Slack: Rate limits, and the page of each method
 */
export function limitsOf(method: string): readonly Rule[] {
  return rules.get(method) ?? [];
}

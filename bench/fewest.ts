/** What Slack lets an app do: a post a second into a channel, and fifty updates a minute. */
const postMs = 1000;
const updateMs = 1200;

/** Calls that an end state takes at the least. */
export interface Fewest {
  readonly posts: number;
  readonly updates: number;
}

/** Milliseconds that these calls take at Slack's pace: posts and updates are counted apart, so the longer of both. */
export function toFewestMs({ posts, updates }: Fewest): number {
  return Math.max(posts * postMs, updates * updateMs);
}

/** The calls in words, such as `10 posts, 0 updates`. */
export function describeFewest({ posts, updates }: Fewest): string {
  return `${posts} posts, ${updates} updates`;
}

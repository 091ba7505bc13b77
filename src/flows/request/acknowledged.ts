/**
 * The workflows that are somebody's word: they are written down, then Slack is told that all is well. So each
 * is taken up again when it breaks, and whoever asked is told when it broke every time.
 */
export const acknowledged = ["click", "delegation", "passkey"] as const;

export type Acknowledged = (typeof acknowledged)[number];

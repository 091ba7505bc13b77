/** What one of Slack's error codes means: how the call failed, and one sentence that is safe to show. */
interface Meaning {
  /** `limited`: it was turned away unread, and may be made again. `unknown`: it may have had its effect. */
  readonly kind: "rejected" | "denied" | "limited" | "unknown";
  readonly words: string;
  /** The bot token itself counts for nothing, whatever the method. */
  readonly isOfToken?: true;
}

const gone = rejected(
  "The tenant's Slack channel is archived, deleted, or the bot is not in it. Invite the bot to the channel, or set another channel in the configuration.",
);
const late = rejected("Slack waits three seconds for a window to open, and they were over.");
const usedUp = rejected("Slack takes five private answers within half an hour, and no more.");

/**
 * Slack's error codes that the bot knows, each with what it means. Metrics count by these, and call all others `other`.
 *
 * @see Slack: the errors on the page of each method
 */
const meanings: ReadonlyMap<string, Meaning> = new Map([
  ["channel_not_found", gone],
  ["is_archived", gone],
  // How `chat.update` calls an archived channel.
  ["is_inactive", gone],
  ["not_in_channel", gone],

  ["expired_trigger_id", late],
  ["trigger_expired", late],
  ["exchanged_trigger_id", rejected("Slack opened a window for this click already.")],
  ["view_too_large", rejected("The window has more in it than Slack shows.")],
  ["not_found", rejected("What this is about is not there any more.")],
  ["hash_conflict", rejected("The window shows something newer by now.")],
  ["used_url", usedUp],
  ["expired_url", usedUp],

  ["no_such_subteam", rejected("Slack knows no such user group, or hides it from the bot.")],
  ["subteam_disabled", rejected("The user group is disabled in Slack.")],

  ["invalid_auth", ofToken("Slack does not know the bot's token")],
  ["not_authed", ofToken("Slack got no token of the bot")],
  ["account_inactive", ofToken("The bot's token is of a workspace or a user that is gone")],
  ["token_revoked", ofToken("The bot's token was revoked in Slack")],
  ["token_expired", ofToken("The bot's token has run out")],
  ["not_allowed_token_type", denied("This takes another kind of token than the bot's")],
  ["missing_scope", denied("The bot's Slack app lacks one of the scopes in its manifest")],
  ["no_permission", denied("The bot's Slack app has no permission for this")],
  ["org_login_required", denied("Slack is moving the workspace into an organisation")],

  ["ratelimited", { kind: "limited", words: "Slack asks the bot to slow down." }],

  // Its own trouble.
  ["internal_error", trouble("internal_error")],
  ["fatal_error", trouble("fatal_error")],
  ["service_unavailable", trouble("service_unavailable")],
  ["request_timeout", trouble("request_timeout")],
]);

/** What Slack means by a code. One that the bot does not know is a no. */
export function toMeaning(code: string): Meaning {
  const meaning = meanings.get(code) ?? rejected("Slack refused");
  const isWhole = meaning.words.endsWith(".");
  return isWhole ? meaning : { ...meaning, words: `${meaning.words} (${code}).` };
}

export function isKnownCode(code: string): boolean {
  return meanings.has(code);
}

/** Whether Slack refuses the bot token, and so every call that is made with it. */
export function isTokenRefused(code: string): boolean {
  return meanings.get(code)?.isOfToken === true;
}

function rejected(words: string): Meaning {
  return { kind: "rejected", words };
}

/** Without the full stop: the code follows, which an operator looks up. */
function denied(words: string): Meaning {
  return { kind: "denied", words };
}

function ofToken(words: string): Meaning {
  return { kind: "denied", words, isOfToken: true };
}

function trouble(code: string): Meaning {
  return { kind: "unknown", words: `Slack has trouble: ${code}.` };
}

/** What has been told of each message, by its `ts`, of the person who looks now; nothing before their first view. */
let heard;

const longest = 300;

/** Somebody else looks now: what stands there already is no news to them. */
export function heardFirst() {
  heard = undefined;
}

/** What the bot says newly: the last message that came, or that says something else by now. */
export function newsIn({ slack }) {
  const told = slack.channels.flatMap(messagesOf);
  const fresh = told.filter(({ ts, text }) => heard?.get(ts) !== text);
  const isFirst = heard === undefined;
  heard = new Map([...(heard ?? []), ...told.map(({ ts, text }) => [ts, text])]);
  return isFirst ? undefined : fresh.at(-1)?.text.slice(0, longest);
}

function messagesOf({ messages, ephemerals }) {
  return [
    ...messages
      .flatMap((message) => [message, ...message.replies])
      .filter(({ isFromBot }) => isFromBot),
    ...ephemerals,
  ].toSorted((one, other) => (one.ts < other.ts ? -1 : 1));
}

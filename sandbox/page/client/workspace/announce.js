import { byId } from "../elements/dom.js";

/** What has been told of each message, by its `ts`, of the person who looks now. */
let heard = new Map();
let listener = "";

const longest = 300;

/** Tells those who hear the page what the bot says: each new message, and each that says something else by now. */
export function announceNew({ slack }, person) {
  const isOther = person !== listener;
  if (isOther) heard = new Map();
  listener = person;
  const fresh = slack.channels.flatMap(messagesOf).filter(({ ts, text }) => heard.get(ts) !== text);
  for (const { ts, text } of fresh) heard.set(ts, text);
  const last = fresh.at(-1);
  if (isOther || last === undefined) return;
  byId("announcer").textContent = last.text.slice(0, longest);
}

function messagesOf({ messages, ephemerals }) {
  return [
    ...messages
      .flatMap((message) => [message, ...message.replies])
      .filter(({ isFromBot }) => isFromBot),
    ...ephemerals,
  ].toSorted((one, other) => (one.ts < other.ts ? -1 : 1));
}

/** The app's Home tab. */
export const home = "home";

/** The app's own conversation before there is one. */
export const noDirect = "direct";

/** What a person can look at, beginning with what Slack lists. */
export function conversationsOf({ channels, home: view }) {
  const empty = { name: "", messages: [], ephemerals: [], isArchived: false };
  return [
    ...channels,
    ...(directOf(channels) === undefined ? [{ id: noDirect, kind: "im", ...empty }] : []),
    { id: home, kind: "home", view, ...empty },
  ];
}

export function directOf(channels) {
  return channels.find(({ kind }) => kind === "im");
}

export function titleOf({ kind, name }) {
  if (kind === "home") return "Workday ISU: Home";
  return kind === "im" ? "Workday ISU: messages" : `#${name}`;
}

export function notesOf({ isArchived, isExtShared, hasBot }) {
  const notes = [
    isArchived && "archived",
    isExtShared && "shared with another company",
    hasBot === false && "without the bot",
  ];
  return notes.filter((one) => one !== false && one !== undefined).join(", ");
}

/** The `ts` of the newest message. */
export function newest({ messages, ephemerals }) {
  return [...messages, ...ephemerals].reduce((last, { ts }) => (ts > last ? ts : last), "0");
}

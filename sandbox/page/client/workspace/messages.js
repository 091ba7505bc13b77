import { blockNodes } from "../blocks/blocks.js";
import { mrkdwn } from "../blocks/mrkdwn.js";
import { el } from "../elements/dom.js";
import { deskAt } from "./desk.js";
import { callPerson, namesOf } from "./names.js";

/** Messages of one conversation, with their threads, as one person sees them. */
export function messageNodes(channel, room) {
  const shown = [...channel.messages, ...channel.ephemerals.filter(isTopLevel)];
  if (shown.length === 0) return el("p", { class: "empty" }, "Nothing has been said here yet.");
  return shown.toSorted(byTs).map((message) => messageNode(message, channel, room));
}

function isTopLevel({ threadTs }) {
  return threadTs === undefined;
}

function byTs(one, other) {
  return one.ts < other.ts ? -1 : 1;
}

function messageNode(message, channel, room) {
  const replies = [
    ...(message.replies ?? []),
    ...channel.ephemerals.filter(({ threadTs }) => threadTs === message.ts),
  ].toSorted(byTs);
  return el(
    "article",
    { class: `message ${message.kind}`, "data-ts": message.ts },
    head(message, room),
    content(message, room),
    message.kind === "message" && thread(message, { channel, replies, room }),
  );
}

function head(message, { state }) {
  const author = authorOf(message, state);
  return el(
    "header",
    {},
    el(
      "span",
      { class: `face ${author.role === "app" ? "app" : ""}`, "aria-hidden": "true" },
      author.name[0],
    ),
    el("b", {}, author.name),
    author.role !== "" && el("span", { class: "tag" }, author.role),
    el("time", {}, timeOf(message.ts)),
    message.isEdited && el("span", { class: "quiet" }, "(edited)"),
    message.kind === "ephemeral" && el("span", { class: "tag private" }, "only you can see this"),
  );
}

function authorOf(message, state) {
  if (message.from === "slackbot") return { name: "Slackbot", role: "" };
  const isFromBot = message.isFromBot === true || message.from === "bot";
  return isFromBot ? { name: "Workday ISU", role: "app" } : callPerson(state, message.user);
}

function timeOf(ts) {
  return new Date(Number(ts) * 1000).toLocaleTimeString("en-GB", { timeStyle: "short" });
}

function content(message, room) {
  const names = namesOf(room.state);
  if (message.blocks.length === 0) return el("div", { class: "text" }, mrkdwn(message.text, names));
  return el(
    "div",
    { class: "blocks" },
    blockNodes(message.blocks, deskAt(whereOf(message), message.ts, room)),
  );
}

function whereOf({ kind, channel, ts }) {
  return kind === "message" ? { kind, channel, ts } : { kind, ts };
}

function thread(message, { channel, replies, room }) {
  const { ts } = message;
  const isOpen = room.threads.get(ts) ?? replies.some(hasButtons);
  const count = `${replies.length} ${replies.length === 1 ? "reply" : "replies"}`;
  const details = el(
    "details",
    {
      class: "thread",
      open: isOpen,
      ontoggle: () => {
        if (details.isConnected) room.threads.set(ts, details.open);
      },
    },
    el(
      "summary",
      { "data-key": `thread-${ts}` },
      replies.length === 0 ? "Reply in a thread" : `Thread: ${count}`,
    ),
    replies.map((reply) =>
      el("div", { class: `reply ${reply.kind}` }, head(reply, room), content(reply, room)),
    ),
    replyForm(message, channel, room),
  );
  return details;
}

function hasButtons({ blocks }) {
  return blocks.some(({ type }) => type === "actions");
}

function replyForm({ ts }, channel, { person, actions }) {
  const input = el("input", {
    type: "text",
    placeholder: "Reply",
    "aria-label": "Reply in this thread",
    "data-key": `reply-${ts}`,
    "data-draft": "",
  });
  return el(
    "form",
    {
      class: "reply-form",
      onsubmit: async (event) => {
        event.preventDefault();
        const text = input.value.trim();
        if (text === "") return;
        input.value = "";
        await actions.say({ person, channel: channel.id, text, threadTs: ts });
      },
    },
    input,
    el("button", { class: "button", type: "submit", "data-key": `send-${ts}` }, "Reply"),
  );
}

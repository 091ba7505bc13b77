import { h } from "preact";
import { actions } from "../actions.js";
import { blockNodes } from "../blocks/blocks.js";
import { mrkdwn } from "../blocks/mrkdwn.js";
import { change } from "../page.js";
import { deskAt } from "./desk.js";
import { callPerson, namesOf } from "./names.js";

/** Messages of one conversation, with their threads, as one person sees them. */
export function Messages({ channel, ...room }) {
  const shown = [...channel.messages, ...channel.ephemerals.filter(isTopLevel)];
  if (shown.length === 0) return h("p", { class: "empty" }, "Nothing has been said here yet.");
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
  return h(
    "article",
    { key: message.ts, class: `message ${message.kind}`, "data-ts": message.ts },
    head(message, room),
    content(message, room),
    message.kind === "message" && thread(message, { channel, replies, room }),
  );
}

function head(message, { state }) {
  const author = authorOf(message, state);
  return h(
    "header",
    {},
    h(
      "span",
      { class: `face ${author.role === "app" ? "app" : ""}`, "aria-hidden": "true" },
      author.name[0],
    ),
    h("b", {}, author.name),
    author.role !== "" && h("span", { class: "tag" }, author.role),
    h("time", {}, timeOf(message.ts)),
    message.isEdited && h("span", { class: "quiet" }, "(edited)"),
    message.kind === "ephemeral" && h("span", { class: "tag private" }, "only you can see this"),
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
  const { state } = room;
  const { text, blocks, ts } = message;
  if (blocks.length === 0) return h("div", { class: "text" }, mrkdwn(text, namesOf(state)));
  return h("div", { class: "blocks" }, blockNodes(blocks, deskAt(whereOf(message), ts, state)));
}

function whereOf({ kind, channel, ts }) {
  return kind === "message" ? { kind, channel, ts } : { kind, ts };
}

/** It opens by itself where somebody can do something in it, until somebody opens or closes it. */
function thread({ ts }, { channel, replies, room }) {
  const { threads } = room;
  const isOpen = threads[ts] ?? replies.some(hasButtons);
  const count = `${replies.length} ${replies.length === 1 ? "reply" : "replies"}`;
  function ontoggle({ currentTarget: { open } }) {
    if (threads[ts] !== open) change({ threads: { ...threads, [ts]: open } });
  }
  return h(
    "details",
    { class: "thread", open: isOpen, ontoggle },
    h("summary", {}, replies.length === 0 ? "Reply in a thread" : `Thread: ${count}`),
    replies.map((reply) =>
      h(
        "div",
        { key: reply.ts, class: `reply ${reply.kind}` },
        head(reply, room),
        content(reply, room),
      ),
    ),
    replyForm(ts, channel),
  );
}

function hasButtons({ blocks }) {
  return blocks.some(({ type }) => type === "actions");
}

function replyForm(threadTs, channel) {
  async function onsubmit(event) {
    event.preventDefault();
    const { reply } = event.currentTarget.elements;
    const text = reply.value.trim();
    if (text === "") return;
    reply.value = "";
    await actions.say({ channel: channel.id, text, threadTs });
  }
  const about = { name: "reply", type: "text", placeholder: "Reply" };
  return h(
    "form",
    { key: "reply", class: "reply-form", onsubmit },
    h("input", { ...about, "aria-label": "Reply in this thread" }),
    h("button", { class: "button", type: "submit" }, "Reply"),
  );
}

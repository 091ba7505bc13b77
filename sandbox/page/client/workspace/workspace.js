import { h } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { actions } from "../actions.js";
import { lookAt } from "../page.js";
import { Composer } from "./composer.js";
import { conversationsOf, directOf, home, newest, notesOf, titleOf } from "./conversations.js";
import { Home } from "./home.js";
import { Messages } from "./messages.js";

/** Conversations of one person, and the box to type into. */
export function Workspace(page) {
  const { state, person, chosen } = page;
  /** Newest message that was seen, by person and conversation. */
  const { current: seen } = useRef(new Map());
  const channels = conversationsOf(state.slack);
  const wanted = chosen[person] ?? state.mainChannel;
  const channel = channels.find(({ id }) => id === wanted) ?? directOf(channels);
  seen.set(`${person} ${channel.id}`, newest(channel));
  // The app's conversation goes on as the same one when there is one.
  const key = `${person} ${channel.kind === "im" ? channel.kind : channel.id}`;

  function countFresh({ id, messages, ephemerals }) {
    const last = seen.get(`${person} ${id}`) ?? "0";
    return [...messages, ...ephemerals].filter(({ ts }) => ts > last).length;
  }
  return [
    h(
      "nav",
      { id: "channels", class: "channels", "aria-label": "Conversations" },
      h(
        "ul",
        {},
        channels.map((other) =>
          channelNode(other, { isShown: other === channel, fresh: countFresh(other) }),
        ),
      ),
    ),
    h(
      "div",
      { class: "conversation" },
      h("h2", { id: "channel-title" }, titleOf(channel)),
      h(Scroll, { key, isAtEnd: channel.id !== home, of: channel }, viewNode(channel, page)),
      h(Composer, { key: `type ${key}`, channel }),
    ),
  ];
}

function channelNode(channel, { isShown, fresh }) {
  const notes = notesOf(channel);
  function onclick() {
    lookAt(channel.id);
    if (channel.id === home) void actions.openHome();
  }
  return h(
    "li",
    { key: channel.id },
    h(
      "button",
      { type: "button", "aria-current": isShown ? "page" : undefined, onclick },
      h("span", {}, titleOf(channel)),
      notes !== "" && h("small", {}, notes),
      fresh > 0 && h("span", { class: "fresh" }, `${fresh} new`),
    ),
  );
}

function viewNode(channel, { state, threads }) {
  if (channel.id === home) return h(Home, { view: channel.view, state });
  return h(Messages, { channel, state, threads });
}

/** How far from the end still is the end, in pixels. */
const near = 80;

/** Begins at the end where that is wanted, and follows it as long as it is looked at. */
function Scroll({ isAtEnd, of: shown, children }) {
  const region = useRef();
  const { scrollHeight = 0, scrollTop = 0, clientHeight = 0 } = region.current ?? {};
  const isFollowed = scrollHeight - scrollTop - clientHeight < near;
  useLayoutEffect(() => {
    const node = region.current;
    const isOther = node.scrollHeight !== scrollHeight;
    if (isAtEnd && isFollowed && isOther) node.scrollTop = node.scrollHeight;
  }, [shown]);
  const about = { tabindex: 0, role: "region", "aria-labelledby": "channel-title" };
  return h("div", { id: "messages", class: "messages", ref: region, ...about }, children);
}

import { combobox } from "../elements/combobox.js";
import { byId, el, forget, refresh } from "../elements/dom.js";
import { homeNodes } from "./home.js";
import { messageNodes } from "./messages.js";

/** The app's Home tab. */
const home = "home";

/** The app's own conversation before there is one. */
const noDirect = "direct";

/** Conversations of one person, and the box to type into. */
export function createWorkspace(actions) {
  /** Which conversation each person looks at. */
  const chosen = new Map();
  /** Newest message that was seen, by person and conversation. */
  const seen = new Map();
  const threads = new Map();
  let latest;
  let send;

  byId("composer").addEventListener("submit", (event) => {
    event.preventDefault();
    send?.();
  });

  document.addEventListener("look-at-message", ({ detail: { channel, ts } }) => {
    chosen.set(latest.person, channel);
    render(latest.state, latest.person);
    byId("messages").querySelector(`[data-ts="${ts}"]`)?.scrollIntoView();
  });

  function render(state, person) {
    latest = { state, person };
    const channels = conversationsOf(state.slack);
    const wanted = chosen.get(person) ?? state.mainChannel;
    const channel = channels.find(({ id }) => id === wanted) ?? directOf(channels);
    seen.set(`${person} ${channel.id}`, newest(channel));
    renderChannels(channels, channel);
    renderMessages(channel);
    renderComposer(channel);
  }

  function renderChannels(channels, current) {
    const { person } = latest;
    const lines = channels.map((channel) => ({ channel, fresh: countFresh(channel, person) }));
    const key = JSON.stringify([
      person,
      current.id,
      lines.map(({ channel, fresh }) => [channel.id, fresh, notesOf(channel)]),
    ]);
    refresh(byId("channels"), key, () =>
      el(
        "ul",
        {},
        lines.map(({ channel, fresh }) => channelNode(channel, { current, fresh })),
      ),
    );
  }

  function channelNode(channel, { current, fresh }) {
    return el(
      "li",
      {},
      el(
        "button",
        {
          type: "button",
          "data-key": `channel-${channel.id}`,
          "aria-current": channel.id === current.id ? "page" : undefined,
          onclick: () => {
            const { state, person } = latest;
            chosen.set(person, channel.id);
            render(state, person);
            if (channel.id === home) void actions.openHome({ person });
          },
        },
        el("span", {}, titleOf(channel)),
        notesOf(channel) !== "" && el("small", {}, notesOf(channel)),
        fresh > 0 && el("span", { class: "fresh" }, `${fresh} new`),
      ),
    );
  }

  function countFresh(channel, person) {
    const last = seen.get(`${person} ${channel.id}`) ?? "0";
    return [...channel.messages, ...channel.ephemerals].filter(({ ts }) => ts > last).length;
  }

  function renderMessages(channel) {
    const { state, person } = latest;
    byId("channel-title").textContent = titleOf(channel);
    const container = byId("messages");
    const isAtEnd = container.scrollHeight - container.scrollTop - container.clientHeight < 80;
    const isOther = container.dataset.shown !== `${person} ${channel.id}`;
    container.dataset.shown = `${person} ${channel.id}`;
    const room = { state, person, actions, threads };
    const key = JSON.stringify([person, channel, state.slack.people.length]);
    const isNew = refresh(container, key, () =>
      channel.id === home ? homeNodes(channel.view, room) : messageNodes(channel, room),
    );
    if (channel.id === home) return;
    if (isNew && (isAtEnd || isOther)) container.scrollTop = container.scrollHeight;
  }

  function renderComposer(channel) {
    const { person } = latest;
    const form = byId("composer");
    const isReadOnly = channel.isArchived;
    const key = JSON.stringify([person, channel.id, isReadOnly]);
    refresh(form, key, () => composerNodes(channel));
  }

  function composerNodes(channel) {
    if (channel.isArchived) return el("p", { class: "empty" }, "This channel is archived.");
    if (channel.id === home) return el("p", { class: "empty" }, "Nothing is typed on a Home tab.");
    const input = el("input", {
      id: "message-box",
      type: "text",
      "data-key": "message-box",
      "aria-label": `Message to ${titleOf(channel)}; a slash begins a command`,
      placeholder: `Message ${titleOf(channel)}, or type / for a command`,
    });
    send = () => void post(channel, input);
    return [
      combobox({
        input,
        offer: async (text) => {
          const { options = [] } = text.startsWith("/") ? await actions.complete(text) : {};
          return options.map((option) => ({
            label: option.text,
            note: option.note,
            value: option,
          }));
        },
        choose: ({ value }) => {
          input.value = value.note === undefined ? value.text : `${value.text} `;
          // More can follow, so more is offered.
          if (value.note !== undefined) input.dispatchEvent(new Event("input"));
        },
      }),
      el("button", { class: "button primary", type: "submit" }, "Send"),
    ];
  }

  async function post(channel, input) {
    const text = input.value.trim();
    if (text === "") return;
    input.value = "";
    const { person } = latest;
    const where = channel.id === noDirect ? {} : { channel: channel.id };
    if (!text.startsWith("/")) {
      await (channel.id === noDirect
        ? actions.notice("Begin this conversation with a command: type /workday-isu help.")
        : actions.say({ person, text, ...where }));
      return;
    }
    const [name = "", ...rest] = text.split(" ");
    if (channel.id === noDirect) chosen.delete(person);
    await actions.command({ person, name, text: rest.join(" "), ...where });
    if (channel.id === noDirect) lookAtDirect(person);
  }

  /** The conversation that the command has just begun. */
  function lookAtDirect(person) {
    chosen.set(person, directOf(conversationsOf(latest.state.slack)).id);
    forget(byId("channels"));
    render(latest.state, latest.person);
  }

  /** Types a command in the main channel, as the person who looks, and sends it. */
  async function command(text) {
    const { state, person } = latest;
    chosen.set(person, state.mainChannel);
    render(state, person);
    const [name = "", ...rest] = text.split(" ");
    await actions.command({ person, name, text: rest.join(" "), channel: state.mainChannel });
  }

  return { render, command };
}

function conversationsOf({ channels, home: view }) {
  const empty = { name: "", messages: [], ephemerals: [], isArchived: false };
  const hasDirect = channels.some(({ kind }) => kind === "im");
  return [
    ...channels,
    ...(hasDirect ? [] : [{ id: noDirect, kind: "im", ...empty }]),
    { id: home, kind: "home", view, ...empty },
  ];
}

function directOf(channels) {
  return channels.find(({ kind }) => kind === "im");
}

function titleOf({ kind, name }) {
  if (kind === "home") return "Workday ISU: Home";
  return kind === "im" ? "Workday ISU: messages" : `#${name}`;
}

function notesOf({ isArchived, isExtShared, hasBot }) {
  const notes = [
    isArchived && "archived",
    isExtShared && "shared with another company",
    hasBot === false && "without the bot",
  ];
  return notes.filter((one) => one !== false && one !== undefined).join(", ");
}

function newest({ messages, ephemerals }) {
  return [...messages, ...ephemerals].reduce((last, { ts }) => (ts > last ? ts : last), "0");
}

import { byId, el, refresh } from "./elements/dom.js";
import { ask, follow } from "./elements/server.js";
import { createTabs } from "./elements/tabs.js";
import { botNodes } from "./records/bot.js";
import { createByHand } from "./records/by-hand.js";
import { sayAhead, switchNodes } from "./records/switches.js";
import { createTenantPanel } from "./records/tenant.js";
import { choiceLines } from "./records/tenant-choice.js";
import { vaultNodes } from "./records/vault.js";
import { wireNodes } from "./records/wire.js";
import { hintNodes } from "./tour/hint.js";
import { tourKey, tourNodes } from "./tour/tour.js";
import { announceNew } from "./workspace/announce.js";
import { castNodes } from "./workspace/cast.js";
import { createModal } from "./workspace/modal.js";
import { createWorkspace } from "./workspace/workspace.js";

let person = "UANN";
let state;
let unfollow;

function slack(action) {
  return ask("slack", action).then(said);
}

function sandbox(action) {
  return ask("sandbox", action).then(said);
}

/** Says in words what went wrong, or what happened, where no other place says it. */
function said(outcome) {
  tell({});
  notice(outcome.kind === "trouble" ? outcome.message : "");
  return outcome;
}

function notice(text) {
  byId("notice").textContent = text;
}

const actions = {
  notice,
  again: () => render(),
  say: (what) => slack({ do: "say", ...what }),
  command: (what) => slack({ do: "command", ...what }),
  press: (what) => slack({ do: "press", ...what }),
  choose: (what) => slack({ do: "choose", ...what }),
  enter: (what) => slack({ do: "fill", ...what }),
  openHome: (what) => slack({ do: "open-home", ...what }),
  suggest: (what) => slack({ do: "suggest", ...what }),
  submit: (what) => slack({ do: "submit", ...what }),
  close: (who, isAll) => slack({ do: "close", person: who, isAll }),
  task: (tenant, task, fields) => ask("tenant", { do: "task", tenant, task, fields }),
  seed: (tenant, change) => ask("tenant", { do: "seed", tenant, ...change }),
  restart: (hands) => ask("bot", { do: "restart", hands }).then(said),
  kill: () => ask("bot", { do: "kill" }).then(said),
  complete: (text) => ask("sandbox", { do: "complete", text }),
  lookAtWire: (id) => ask("sandbox", { do: "look-at-wire", id }),
  moveClock: async (hours) => tell(await sandbox({ do: "move-clock", hours })),
  turn: async (name, to, tenant) => tell(await sandbox({ do: "turn", name, isOn: to, tenant })),
};

/** What a switch did, beside the tour and for those who hear it; a phone shows it below everything until it is closed. */
function tell({ kind, message = "" }) {
  const close = { type: "button", "aria-label": "Close this note", onclick: () => tell({}) };
  const words = [el("span", {}, message), el("button", close, "×")];
  byId("said").replaceChildren(...(kind === "done" && message !== "" ? words : []));
}

/** A command as somebody would send it, in the main channel. */
async function send(who, text) {
  lookAtWorkspace();
  if (who !== person) await be(who);
  await actions.close(person, true);
  await workspace.command(text);
}

const tabs = createTabs(() => render());
const workspace = createWorkspace(actions);
const modal = createModal(actions);
const tenantPanel = createTenantPanel(() => render());
const byHand = createByHand(actions);

const byKind = {
  be: async (offer) => {
    await be(offer.person);
    lookAtWorkspace();
  },
  command: (offer) => send(offer.person, offer.text),
  register: async (offer) => {
    await send(offer.person, "/workday-isu passkey");
    tell(await sandbox({ do: "issue-code", person: offer.person }));
  },
  look: (offer) => tabs.show(offer.panel),
  switch: (offer) => actions.turn(offer.name, !isOn(offer.name), state.tenants[0].name),
  clock: (offer) => actions.moveClock(offer.hours),
  "start-bot": () => actions.restart(state.bot.hands),
};

/** On a screen where it stands below the tour. */
function lookAtWorkspace() {
  if (matchMedia("(max-width: 40rem)").matches) document.querySelector("main").scrollIntoView();
}

/** Does what the tour offers. */
function accept(offer) {
  return byKind[offer.kind](offer);
}

/** Nothing for what cannot be left on. */
function isOn(name) {
  const all = state.switches.flatMap(({ switches }) => switches);
  return all.find((one) => one.name === name)?.isOn;
}

function render() {
  if (state === undefined) return;
  const { hint, cast, vault, bot, tour, switches, clock, wire } = state;
  refresh(byId("tour"), JSON.stringify([tour, switches, tourKey()]), () =>
    tourNodes(state, { accept, again: render, isOn }),
  );
  refresh(byId("hint"), JSON.stringify([hint, person]), () => hintNodes(state, person, accept));
  refresh(byId("cast"), JSON.stringify([cast, person]), () => castNodes(state, person, be));
  refresh(byId("clock"), String(clock.aheadMs), () => clockNode(clock));
  workspace.render(state, person);
  modal.render(state, person);
  tenantPanel.render(state);
  byHand.render(state);
  panel("vault", vault, () => vaultNodes(state));
  panel("wire", wire, () => wireNodes(state, actions));
  panel("switches", [switches, clock, choiceLines(state)], () => switchNodes(state, actions));
  panel("bot", bot, () => botNodes(state, actions));
  noteTabs();
  announceNew(state, person);
}

/** One that nobody sees is drawn when it is shown. */
function panel(name, shown, build) {
  const node = byId(`panel-${name}`);
  if (!node.hidden) refresh(node, JSON.stringify(shown), build);
}

function noteTabs() {
  const { tenants, vault, bot, switches } = state;
  const pending = tenants.flatMap((tenant) => tenant.pending).length;
  const on = switches.flatMap((group) => group.switches).filter((one) => one.isOn === true).length;
  tabs.note("tenant", pending === 0 ? "" : `${pending} pending`);
  tabs.note("vault", vault.length === 0 ? "" : `${vault.length}`);
  tabs.note("switches", on === 0 ? "" : `${on} on`);
  tabs.note("bot", bot.isRunning || bot.isStarting ? "" : "stopped");
}

function clockNode({ aheadMs }) {
  return aheadMs === 0 ? [] : el("span", { class: "ahead" }, `Clock: ${sayAhead(aheadMs)}`);
}

/** Looks at the workspace as somebody else; done once their view is there. */
function be(id) {
  person = id;
  notice("");
  unfollow?.();
  return new Promise((resolve) => {
    unfollow = follow(
      person,
      (fresh) => {
        state = fresh;
        render();
        resolve();
      },
      (isConnected) => {
        byId("connection").textContent = isConnected
          ? "Live"
          : "Not connected: is the sandbox still running?";
      },
    );
  });
}

void be(person);

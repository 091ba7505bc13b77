import { byId, el, refresh } from "./elements/dom.js";
import { ask, follow } from "./elements/server.js";
import { createTabs } from "./elements/tabs.js";
import { botNodes } from "./records/bot.js";
import { createByHand } from "./records/by-hand.js";
import { tenantNodes } from "./records/tenant.js";
import { vaultNodes } from "./records/vault.js";
import { createModal } from "./workspace/modal.js";
import { createWorkspace } from "./workspace/workspace.js";

let person = "UANN";
let state;
let unfollow;

function slack(action) {
  return ask("slack", action).then(said);
}

/** Says in words what went wrong, where no other place says it. */
function said(outcome) {
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
  task: (task, fields) => ask("tenant", { do: "task", task, fields }),
  seed: (change) => ask("tenant", { do: "seed", ...change }),
  restart: (hands) => ask("bot", { do: "restart", hands }).then(said),
  kill: () => ask("bot", { do: "kill" }).then(said),
};

const tabs = createTabs();
const workspace = createWorkspace(actions);
const modal = createModal(actions);
const byHand = createByHand(actions);

function render() {
  if (state === undefined) return;
  const { hint, cast, tenant, vault, bot } = state;
  refresh(byId("hint"), JSON.stringify([hint, person]), hintNodes);
  refresh(byId("cast"), JSON.stringify([cast, person]), castNodes);
  workspace.render(state, person);
  modal.render(state, person);
  byHand.render(state);
  refresh(byId("panel-tenant"), JSON.stringify(tenant), () => tenantNodes(state));
  refresh(byId("panel-vault"), JSON.stringify(vault), () => vaultNodes(state));
  refresh(byId("panel-bot"), JSON.stringify(bot), () => botNodes(state, actions));
  tabs.note("tenant", tenant.pending.length === 0 ? "" : `${tenant.pending.length} pending`);
  tabs.note("vault", vault.length === 0 ? "" : `${vault.length}`);
  tabs.note("bot", bot.isRunning || bot.isStarting ? "" : "stopped");
}

function hintNodes() {
  const { hint, cast } = state;
  const other = cast.find(({ id }) => id === hint.person && id !== person);
  return [
    el("b", {}, "Next"),
    el("span", {}, hint.text),
    other !== undefined &&
      el(
        "button",
        { type: "button", class: "button", "data-key": "be", onclick: () => be(other.id) },
        `Be ${other.name}`,
      ),
    hint.lines !== undefined && el("pre", {}, hint.lines.join("\n")),
  ];
}

function castNodes() {
  return [
    el("legend", {}, "You are"),
    state.cast.map(({ id, name, role }) =>
      el(
        "label",
        {},
        el("input", {
          type: "radio",
          name: "person",
          "data-key": `be-${id}`,
          checked: id === person,
          value: id,
          onchange: () => be(id),
        }),
        el("span", {}, el("b", {}, name), el("small", {}, role)),
      ),
    ),
  ];
}

/** Looks at the workspace as somebody else. */
function be(id) {
  person = id;
  notice("");
  unfollow?.();
  unfollow = follow(
    person,
    (fresh) => {
      state = fresh;
      render();
    },
    (isConnected) => {
      byId("connection").textContent = isConnected
        ? "Live"
        : "Not connected: is the sandbox still running?";
    },
  );
}

be(person);

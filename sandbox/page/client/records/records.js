import { h } from "preact";
import { Panel, Tabs } from "../elements/tabs.js";
import { change } from "../page.js";
import { Bot } from "./bot.js";
import { ByHand } from "./by-hand.js";
import { Switches } from "./switches.js";
import { Tenant } from "./tenant.js";
import { Vault } from "./vault.js";
import { Wire } from "./wire.js";

/** Each with what its tab says beside its name. */
const panels = [
  { name: "tenant", label: "Tenant", view: Tenant, note: pendingNote },
  { name: "hand", label: "By hand", view: ByHand },
  { name: "vault", label: "Vault", view: Vault, note: ({ vault }) => vault.length || "" },
  { name: "wire", label: "Wire", view: Wire },
  { name: "switches", label: "Switches", view: Switches, note: switchNote },
  { name: "bot", label: "Bot", view: Bot, note: botNote },
];

/** What can be seen beside Slack, one panel at a time. */
export function Records(page) {
  const { state, tab } = page;
  const tabs = panels.map(({ name, label, note }) => ({ name, label, note: note?.(state) ?? "" }));
  const label = "Behind the scenes";
  return h(
    "section",
    { class: "records", "aria-label": label },
    h(Tabs, { label, tabs, shown: tab, show: (name) => change({ tab: name }) }),
    panels.map(({ name, view }) =>
      h(Panel, { key: name, name, isShown: name === tab, draw: () => h(view, page) }),
    ),
  );
}

function pendingNote({ tenants }) {
  const pending = tenants.flatMap((tenant) => tenant.pending).length;
  return pending === 0 ? "" : `${pending} pending`;
}

function switchNote({ switches }) {
  const on = switches.flatMap((group) => group.switches).filter(({ isOn }) => isOn === true).length;
  return on === 0 ? "" : `${on} on`;
}

function botNote({ bot: { isRunning, isStarting } }) {
  return isRunning || isStarting ? "" : "stopped";
}

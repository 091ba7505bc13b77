/** All that this page knows: views are functions of it, and a view keeps to itself only what no other one asks for. */
export const page = {
  /** Who the visitor is. */
  person: "UANN",
  /** What the server sent last, as that person sees it; nothing at first. */
  state: undefined,
  isConnected: undefined,
  /** What went wrong. */
  notice: "",
  /** What a switch did. */
  said: "",
  /** What those hear who hear the page. */
  announced: "",
  tab: "tenant",
  /** The name of the tenant that is looked at: one for all panels. */
  tenant: undefined,
  /** Which step of the tour is read, where that is not the first one to do: its `index`, and how many were `done` then. */
  step: undefined,
  isTourHidden: false,
  /** Which conversation each person looks at, by their id. */
  chosen: {},
  /** Whether a thread is open, by its message's `ts`, where somebody opened or closed it. */
  threads: {},
  /** What has to be answered before anything else. */
  question: undefined,
};

let draw;

/** `redraw` is called after each change. */
export function onChange(redraw) {
  draw = redraw;
}

/** Changes what the page knows, and draws it anew. */
export function change(parts) {
  Object.assign(page, parts);
  draw();
}

/** Looks at a conversation as the person who is there. */
export function lookAt(channel) {
  change({ chosen: { ...page.chosen, [page.person]: channel } });
}

export function lookAtMessage(channel, ts) {
  lookAt(channel);
  document.querySelector(`[data-ts="${ts}"]`)?.scrollIntoView();
}

/** Shows a panel, and puts the focus on its tab. */
export function showPanel(tab) {
  change({ tab });
  document.getElementById(`tab-${tab}`).focus();
}

/** Of the tenant that is looked at: nothing for a switch that cannot be left on. */
export function isSwitchOn(name) {
  const all = page.state.switches.flatMap(({ switches }) => switches);
  return all.find((one) => one.name === name)?.isOn;
}

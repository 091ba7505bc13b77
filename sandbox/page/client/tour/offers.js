import { h } from "preact";
import { actions, be } from "../actions.js";
import { button } from "../elements/button.js";
import { isSwitchOn, lookAt, page, showPanel } from "../page.js";

/** What a click on each kind of offer does. */
const kinds = {
  be: async ({ person }) => {
    await be(person);
    lookAtWorkspace();
  },
  command: ({ person, text }) => send(person, text),
  register: async ({ person }) => {
    await send(person, "/workday-isu passkey");
    await actions.issueCode(person);
  },
  look: ({ panel }) => showPanel(panel),
  switch: ({ name }) => actions.turn(name, !isSwitchOn(name), page.state.tenants[0].name),
  clock: ({ hours }) => actions.moveClock(hours),
  "start-bot": () => actions.restart(page.state.bot.hands),
};

/** A command as somebody would send it, in the main channel. */
async function send(person, text) {
  lookAtWorkspace();
  if (person !== page.person) await be(person);
  await actions.close(true);
  const channel = page.state.mainChannel;
  lookAt(channel);
  await actions.command(text, { channel });
}

/** On a screen where it stands below the tour. */
function lookAtWorkspace() {
  if (matchMedia("(max-width: 40rem)").matches) document.querySelector("main").scrollIntoView();
}

export function offerList(offers) {
  return h(
    "div",
    { class: "offers" },
    offers.map((offer) =>
      button(
        offer.kind === "command" ? h("code", {}, offer.label) : offer.label,
        () => kinds[offer.kind](offer),
        { key: offer.label, "aria-pressed": pressed(offer) },
      ),
    ),
  );
}

function pressed({ kind, name }) {
  const isOn = kind === "switch" ? isSwitchOn(name) : undefined;
  return isOn === undefined ? undefined : String(isOn);
}

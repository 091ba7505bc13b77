// Shows what is to be approved or confirmed, and proves it with a passkey.
import {
  ask,
  askAuthenticator,
  content,
  finish,
  make,
  makeFacts,
  makeLink,
  onPress,
  openLink,
  say,
  toAssertion,
  toRequest,
} from "./page.js";

const link = await openLink();
if (link !== undefined) show(link);

function show({ token, view, options }) {
  const button = make("button", { text: view.button, type: "button" });
  content.append(
    ...(view.subject === undefined ? [] : [make("p", { text: view.subject, class: "subject" })]),
    ...(view.warning === undefined ? [] : [make("p", { text: view.warning, class: "warning" })]),
    make("p", { text: view.lead, class: "lead" }),
    ...view.lists.filter(({ isDanger }) => isDanger).flatMap(showList),
    ...view.lists.filter(({ isDanger }) => !isDanger).flatMap(showList),
    makeFacts(view.facts),
    ...view.folded.map(showFolded),
    button,
  );
  say("");
  onPress(button, () => prove(token, options));
  button.focus({ preventScroll: true });
}

function showFolded({ title, facts = [], lines = [] }) {
  const items = lines.map((text) => make("li", { text }));
  return make("details", {}, [
    make("summary", { text: title }),
    ...(facts.length === 0 ? [] : [makeFacts(facts)]),
    ...(items.length === 0 ? [] : [make("ol", {}, items)]),
  ]);
}

function showList({ title, lines, links = [], isDanger = false }) {
  const items = lines.map((line, at) => make("li", {}, [line, ...showTicket(links[at])]));
  const heading = make("h2", isDanger ? { text: title, class: "warning" } : { text: title });
  return [heading, ...(items.length === 0 ? [] : [make("ul", {}, items)])];
}

function showTicket(ticket) {
  return ticket ? [" (", makeLink(ticket.text, ticket.address), ")"] : [];
}

async function prove(token, options) {
  const credential = await askAuthenticator(() =>
    navigator.credentials.get({ publicKey: toRequest(options) }),
  );
  if (credential === undefined) return;
  say("The bot checks it …");
  const proven = await ask("prove", { token, response: toAssertion(credential) });
  if (proven !== undefined) finish(proven.words);
}

// Takes what Workday's page shows, and hands it to the bot. Nothing of it is kept in the browser.
import {
  ask,
  askAuthenticator,
  complain,
  content,
  finish,
  make,
  makeFacts,
  onEnter,
  onPress,
  openLink,
  say,
  toAssertion,
  toRequest,
} from "./page.js";

const link = await openLink();
if (link !== undefined) show(link);

function show({ token, warning, facts, fields, options }) {
  const inputs = fields.map(({ name }) => makeInput(name, { type: "password", class: "value" }));
  const code = options === undefined ? [makeInput("code", { type: "text", maxlength: "40" })] : [];
  const button = make("button", { text: "Store in Key Vault", type: "button" });
  content.append(
    ...(warning === undefined ? [] : [make("p", { text: warning, class: "warning" })]),
    make("p", {
      text: "Paste each value as Workday shows it. The bot tries them, puts them into Key Vault and forgets them; no person and no channel sees them. If the browser offers to save them, decline. Leave Workday's page open until this page says that they are stored.",
      class: "lead",
    }),
    makeFacts(facts),
    ...fields.flatMap(({ name, label }, at) => [
      make("label", { text: label, for: name }),
      inputs[at],
    ]),
    ...code.flatMap((input) => [
      make("label", { text: "The code that came with the link in Slack", for: "code" }),
      input,
    ]),
    button,
  );
  say("");
  onEnter([...inputs, ...code], button);
  onPress(button, () => enter({ token, inputs, code, options }));
  // A page that is left, or comes back from the browser's memory, holds nothing.
  addEventListener("pagehide", () => clear(inputs));
  // The warning and the facts above it are read first, on a phone too.
  inputs[0]?.focus({ preventScroll: true });
}

function makeInput(name, attributes) {
  return make("input", {
    id: name,
    autocomplete: "off",
    autocapitalize: "off",
    spellcheck: "false",
    "data-1p-ignore": "",
    ...attributes,
  });
}

async function enter({ token, inputs, code, options }) {
  if ([...inputs, ...code].some(({ value }) => value.trim() === "")) {
    return complain("Fill in every field. Nothing was sent.");
  }
  const proof = options === undefined ? { code: code[0].value } : await prove(options);
  if (proof === undefined) return undefined;
  say("The bot tries the values and stores them …");
  const values = Object.fromEntries(inputs.map(({ id, value }) => [id, value]));
  const entered = await ask("enter", { token, ...proof, values });
  if (entered === undefined) return undefined;
  clear(inputs);
  return finish(entered.words);
}

async function prove(options) {
  const credential = await askAuthenticator(() =>
    navigator.credentials.get({ publicKey: toRequest(options) }),
  );
  return credential === undefined ? undefined : { response: toAssertion(credential) };
}

function clear(inputs) {
  for (const input of inputs) input.value = "";
}

// What every page shares. Everything from outside is set as text, never as markup.

const status = document.getElementById("status");
const alert = document.getElementById("alert");

/** The page's own part, which its script fills. */
export const content = document.getElementById("content");

/**
 * Takes the token out of the address, and asks what the link is for. Gives nothing after it has complained: a
 * page that is loaded again has no token, and history knows only whether it was over.
 */
export async function openLink() {
  const token = takeToken();
  if (token !== "") {
    const looked = await ask("look", { token });
    return looked === undefined ? undefined : { token, ...looked };
  }
  if (history.state?.isOver === true) {
    finish(
      "This link is used up: what you did here has counted, and Slack shows how it goes on. You can close this page.",
    );
  } else {
    complain(
      "This page has lost its link: it was loaded again, or opened without its whole address. Open the link in Slack once more: until it is used, it is good for its ten minutes.",
    );
  }
  return undefined;
}

/** At once, so that neither the history nor a look over a shoulder keeps it. */
function takeToken() {
  const token = location.hash.slice(1);
  if (token !== "") history.replaceState(null, "", location.pathname);
  addEventListener("hashchange", () => location.reload());
  return token;
}

/** Says how it goes; screen readers read it out. */
export function say(words) {
  status.textContent = words;
  status.hidden = words === "";
  alert.hidden = true;
}

/** Says what went wrong and what to do next. */
export function complain(words) {
  status.hidden = true;
  alert.textContent = words;
  alert.hidden = false;
  alert.scrollIntoView({ block: "nearest" });
}

/** It is over, well: nothing is left to press. */
export function finish(words) {
  content.replaceChildren();
  history.replaceState({ isOver: true }, "", location.pathname);
  say(words);
  status.classList.add("done");
  document.title = "Done";
}

/** Asks the bot. Gives what it answered, or nothing after it has complained. */
export async function ask(action, body) {
  let answer;
  try {
    answer = await fetch(`${location.pathname}/${action}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    const told = await answer.json();
    if (answer.ok) return told;
    complain(told.words);
  } catch {
    complain(
      "The bot did not answer. Look in Slack whether what you did counted; if not, try again.",
    );
  }
  return undefined;
}

/** An element with text and children. */
export function make(tag, { text, ...attributes } = {}, children = []) {
  const element = document.createElement(tag);
  if (text !== undefined) element.textContent = text;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

export function makeFacts(facts) {
  return make(
    "dl",
    {},
    facts.flatMap(({ label, value, address }) => [
      make("dt", { text: label }),
      make("dd", {}, [makeLink(value, address)]),
    ]),
  );
}

/** A text that leads to its address, in a window that knows nothing of this one; the text alone without an https address. */
export function makeLink(text, address = "") {
  if (!address.startsWith("https://")) return text;
  return make("a", { text, href: address, target: "_blank", rel: "noopener noreferrer" });
}

/** Runs what a button starts, with the button off meanwhile. */
export function onPress(button, act) {
  button.addEventListener("click", async () => {
    button.disabled = true;
    try {
      await act();
    } finally {
      button.disabled = false;
    }
  });
}

/** Enter in a field presses the button: there is no form, since a form would have somewhere to go. */
export function onEnter(inputs, button) {
  for (const input of inputs) {
    input.addEventListener("keydown", (event) => {
      if (event.key === "Enter") button.click();
    });
  }
}

export function toBytes(text) {
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}

export function toText(buffer) {
  const binary = Array.from(new Uint8Array(buffer), (byte) => String.fromCharCode(byte)).join("");
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

export function toDescriptors(credentials = []) {
  return credentials.map(({ id, transports = [] }) => ({
    type: "public-key",
    id: toBytes(id),
    ...(transports.length > 0 && { transports }),
  }));
}

/** What `navigator.credentials.get` is asked for, as the bot's options say. */
export function toRequest({ challenge, rpId, allowCredentials, userVerification, timeout }) {
  return {
    challenge: toBytes(challenge),
    rpId,
    allowCredentials: toDescriptors(allowCredentials),
    userVerification,
    timeout,
  };
}

/** What it answered, as JSON. */
export function toAssertion({ id, rawId, type, response }) {
  return {
    id,
    rawId: toText(rawId),
    type,
    response: {
      clientDataJSON: toText(response.clientDataJSON),
      authenticatorData: toText(response.authenticatorData),
      signature: toText(response.signature),
    },
  };
}

/** Asks the authenticator. Gives nothing after it has complained. */
export async function askAuthenticator(act) {
  if (globalThis.PublicKeyCredential === undefined) {
    complain("This browser knows no passkeys. Open the link in another one.");
    return undefined;
  }
  say("Your device asks you to unlock the passkey …");
  try {
    return await act();
  } catch (error) {
    complain(toWords(error));
    return undefined;
  }
}

function toWords({ name, message }) {
  if (name === "NotAllowedError") {
    return "Nothing was done: it was cancelled, took too long, or this device has no such passkey. Press the button to try again, or open the link on the device that has it.";
  }
  if (name === "InvalidStateError") {
    return "This device holds your passkey already. Use another device, or keep the one you have.";
  }
  if (name === "SecurityError") {
    return "This page is not at the address that passkeys belong to. Ask an operator of the bot.";
  }
  return `The browser could not use a passkey (${name}: ${message}).`;
}

// Takes the operator's code and registers a passkey.
import {
  ask,
  askAuthenticator,
  content,
  finish,
  make,
  makeFacts,
  onEnter,
  onPress,
  openLink,
  say,
  toBytes,
  toDescriptors,
  toText,
} from "./page.js";

const link = await openLink();
if (link !== undefined) show(link);

function show({ token, facts }) {
  const input = make("input", {
    id: "code",
    type: "text",
    autocomplete: "one-time-code",
    autocapitalize: "characters",
    spellcheck: "false",
    placeholder: "XXXX-XXXX-XXXX-XXXX",
    maxlength: "40",
  });
  const button = make("button", { text: "Register a passkey", type: "button" });
  content.append(
    makeFacts(facts),
    make("label", { text: "Your code, from an operator of the bot", for: "code" }),
    input,
    make("p", {
      text: "Then your device makes a passkey and asks you to unlock it. It approves nothing until another approver has confirmed it.",
      class: "lead",
    }),
    button,
  );
  say("");
  onPress(button, () => enrol(token, input.value));
  onEnter([input], button);
  input.focus();
}

async function enrol(token, code) {
  say("The bot looks at the code …");
  const begun = await ask("begin", { token, code });
  if (begun === undefined) return;
  const credential = await askAuthenticator(() =>
    navigator.credentials.create({ publicKey: toCreation(begun.options) }),
  );
  if (credential === undefined) return;
  say("The bot checks it …");
  const { response } = credential;
  const finished = await ask("finish", {
    token,
    code,
    response: {
      id: credential.id,
      rawId: toText(credential.rawId),
      type: credential.type,
      response: {
        clientDataJSON: toText(response.clientDataJSON),
        attestationObject: toText(response.attestationObject),
        transports: response.getTransports?.() ?? [],
      },
    },
  });
  if (finished !== undefined) finish(finished.words);
}

function toCreation({ challenge, user, excludeCredentials, ...options }) {
  return {
    ...options,
    challenge: toBytes(challenge),
    user: { ...user, id: toBytes(user.id) },
    excludeCredentials: toDescriptors(excludeCredentials),
  };
}

// Makes an Ed25519 key pair for the bot or for its runner: npm run runner:keys
import { generateKeyPairSync } from "node:crypto";
import { runWithoutOptions } from "../src/without-options.ts";

const usage = `npm run runner:keys

Makes a pair of Ed25519 keys for the bot or for its runner, and prints it with where each key goes. The private
key is kept nowhere else.

  --help   this text
`;

await runWithoutOptions(usage, () => {
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");

  console.log(`A new pair of Ed25519 keys, kept nowhere but in this text.

Private (PKCS#8, base64):
${privateKey.export({ format: "der", type: "pkcs8" }).toString("base64")}

Public (SPKI, base64):
${publicKey.export({ format: "der", type: "spki" }).toString("base64")}

Two pairs are needed; run this once for each.
- The bot's: the private key is RUNNER_SIGNING_KEY, from your secret store. Give the public key to your runner.
- The runner's: make it where the runner runs, and keep the private key there. The public key is
  runner.publicKey in the configuration file.

Then: npm run runner:check`);
});

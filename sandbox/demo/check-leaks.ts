import { scene } from "../scene.ts";
import { textOf } from "../slack/text-of.ts";
import { type Check, equal, holds } from "./check.ts";
import type { Requests } from "./check-tenant.ts";
import { findRequest, type Play, personOf } from "./play.ts";
import { isIn } from "./spellings.ts";
import { withoutMarkup } from "./transcript.ts";

/** Every password that ever went to the tenant or the vault: canaries that must be nowhere else. */
function passwordsOf({ sandbox }: Play): readonly string[] {
  return [...new Set([...sandbox.workday.passwordsSeen, ...sandbox.vault.valuesSeen])];
}

/** These, and what the bot itself signs on with. */
export function secretsOf(play: Play): readonly string[] {
  const { bot, app, signingSecret, botKeys, runnerKeys, auditKey } = play.sandbox.tokens;
  const keys = [botKeys.privateKey, runnerKeys.privateKey];
  const own = [bot, app, signingSecret, ...keys, auditKey, "Sandbox-bot-9Kd2"];
  return [...passwordsOf(play), ...own];
}

/** Looks through everything that went between the bot and Slack. */
export function checkChannel(play: Play, { created }: Requests): readonly Check[] {
  const { sandbox } = play;
  const passwords = passwordsOf(play);
  const secret = sandbox.vault
    .secrets()
    .find(({ versions }) => versions.some(({ tags }) => tags?.["request"] === created));
  const enabled = secret?.versions.find((version) => version.enabled)?.version;
  const message = findRequest(play, created);
  const text = message === undefined ? "" : withoutMarkup(textOf(message));
  const url = `${sandbox.vault.url}/secrets/${secret?.name}`;
  const told = sandbox.slack.ephemerals(personOf(play, "requester").id).map(textOf).join("\n");
  const loud = sandbox.slack.traffic.filter(({ body, text: plain }) =>
    passwords.some((password) => isIn(body, password) || isIn(plain, password)),
  );
  const mentions = sandbox.slack.mentions.filter(({ kind }) => kind !== "user" && kind !== "group");
  return [
    holds("there were passwords to look for", passwords.length >= 5, passwords.length),
    holds(
      "the channel has the reference, versioned and unversioned",
      text.includes(`${url}\n`) && text.includes(`${url}/${enabled}\n`),
      text,
    ),
    equal(
      "status says of each of the five domains what has shown it, and calls none verified that was not read",
      told
        .split("\n")
        .flatMap((line) => /: Get (verified|seen in|not seen)\b/.exec(line)?.[1] ?? [])
        .slice(-5),
      ["seen in", "seen in", "verified", "verified", "verified"],
    ),
    equal(
      `no password is in any of ${sandbox.slack.traffic.length} payloads to or from Slack`,
      loud.map(({ direction, what }) => `${direction} ${what}`),
      [],
    ),
    equal("what Ann typed called nobody: no @channel, no @here", mentions, []),
    equal("one message a request", countRequests(play), 3),
  ];
}

/** Notices, such as that of another configuration, name none. */
function countRequests({ sandbox }: Play): number {
  return sandbox.slack
    .messages(scene.channel)
    .filter((message) => message.isFromBot && /ISU-[0-9A-Z]{8}/.test(textOf(message))).length;
}

/** Looks through everything that all bots of this run have written. */
export function checkLogs(play: Play): readonly Check[] {
  const lines = play.log.lines.join("\n");
  const secrets = secretsOf(play);
  return [
    holds("the bot has logged its work", play.log.lines.length > 10, play.log.lines.length),
    equal(
      `no password and no token is in any of ${play.log.lines.length} log lines`,
      secrets.filter((secret) => isIn(lines, secret)).length,
      0,
    ),
  ];
}

import type { OwnPasskeys } from "../../flows/authorization/links.ts";
import type { Matter } from "../../flows/request/notice.ts";
import { type Passkey, shortName } from "../../flows/request/passkey.ts";
import type { Tenant } from "../../flows/tenant/tenant.ts";
import { type Block, buttons, type Message, section } from "../blocks/block.ts";
import { code, escape, mention, moment } from "../blocks/mrkdwn.ts";
import { describePeople } from "../blocks/people.ts";
import { actions } from "../payloads/action-ids.ts";
import { serializeMetadata } from "../payloads/metadata.ts";

type OfPasskey = Extract<Matter, { kind: "passkey" }>;

/** A link to one of the bot's own pages. It holds a token, so it goes to one person only. */
export function linkToPage(link: string, label: string): string {
  return `<${link}|${label}>\nThe link is yours alone; it works once, and for ten minutes. Before you use a passkey, check that the page's address begins with ${code(`${new URL(link).origin}/`)}.`;
}

/** How somebody stands in each tenant that asks them for a passkey. */
export function ownPasskeys(own: readonly OwnPasskeys[]): Message {
  const text = own.length === 0 ? noneAsked : "Your passkeys for approving";
  const blocks = own.flatMap(({ tenant, passkeys, link }) => [
    section(`*${escape(tenant.label)}*\n${describeStanding(passkeys)}`),
    section(linkToPage(link, "Register a passkey")),
  ]);
  return { text, blocks: own.length === 0 ? [section(text)] : [...blocks, section(howTo)] };
}

const noneAsked =
  "No tenant of this bot asks for a passkey: a click in Slack is enough to approve.";

const howTo =
  "To register one you need a code, which an operator of the bot gives you outside Slack. Then another approver confirms it with their own passkey; only then it counts. A lost passkey is replaced in the same way: the old one counts until the new one is confirmed, and an operator can take it away at once.";

function describeStanding(passkeys: readonly Passkey[]): string {
  if (passkeys.length === 0) return "You have no passkey here, so you cannot approve yet.";
  return passkeys
    .map(({ credential, state, enrolledAt }) =>
      state === "active"
        ? `Your passkey ${code(shortName(credential))} counts. You registered it ${moment(enrolledAt)}.`
        : `Your passkey ${code(shortName(credential))} waits for another approver, who presses Confirm in the channel.`,
    )
    .join("\n");
}

/** What somebody is answered who refused a passkey. */
export function describePasskeyRefused({ credential, person }: Passkey): string {
  return `You refused the passkey ${code(shortName(credential))} of ${mention(person)}: nobody can approve with it, and they are told. If somebody else registered it, tell an operator: whoever did had a code.`;
}

export function titleOfPasskey({ what }: OfPasskey): string {
  switch (what) {
    case "waiting":
      return "A new passkey waits for confirmation";
    case "confirmed":
      return "A passkey was confirmed";
    case "refused":
      return "A passkey was refused";
    case "removed":
      return "A passkey was taken away";
  }
}

/** What the channel hears: nobody's passkey begins or ends to count unseen. */
export function tellPasskey(matter: OfPasskey, tenant: Tenant): Block[] {
  const { what, person, credential } = matter;
  const by = matter.by === undefined ? "Another approver" : mention(matter.by);
  const which = `the passkey ${code(shortName(credential))}`;
  const where = escape(tenant.label);
  switch (what) {
    case "waiting":
      return askForConfirmation(matter, tenant);
    case "confirmed":
      return [
        section(
          `${by} confirmed ${which} of ${mention(person)}: it counts from now on in ${where}, in place of any that they had.`,
        ),
      ];
    case "refused":
      return [
        section(
          `${by} refused ${which} of ${mention(person)} for approving in ${where}: it has never counted, and never will.`,
        ),
      ];
    case "removed":
      return [
        section(
          `An operator took away ${which} of ${mention(person)} in ${where}. What it approved, and was not handed over yet, is asked for again.`,
        ),
      ];
  }
}

function askForConfirmation({ person, credential }: OfPasskey, tenant: Tenant): Block[] {
  const value = serializeMetadata({ credential });
  return [
    section(
      `${mention(person)} registered the passkey ${code(shortName(credential))} for approving in ${escape(tenant.label)}. Nobody can approve with it until another approver confirms it, within a day.\n*Before you confirm:* ask ${mention(person)} face to face or by phone whether it is theirs. Not in Slack: that is what this guards against. If it is not, press Refuse.\nWho may confirm or refuse: ${describePeople(tenant.approvers)}`,
    ),
    buttons([
      {
        id: actions.confirmPasskey,
        text: "Confirm",
        value,
        style: "primary",
        confirm: {
          title: "Is it really theirs?",
          text: "Confirm only what its owner told you outside Slack. You prove it with your own passkey on the bot's page.",
          yes: "I have asked",
        },
      },
      {
        id: actions.refusePasskey,
        text: "Refuse",
        value,
        style: "danger",
        confirm: {
          title: "Refuse this passkey?",
          text: "Nobody can approve with it from then on, and its owner is told. They can register another one.",
          yes: "Refuse",
        },
      },
    ]),
  ];
}

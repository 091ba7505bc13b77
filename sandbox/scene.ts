import { randomBytes } from "node:crypto";
import type { Granted } from "./manifest.ts";
import type { SlackOptions } from "./slack/workspace.ts";
import { type KeyPair, makeKeyPair } from "./workday/runner-signature.ts";

/** The workspace that the sandbox plays in. */
export const scene = {
  team: { id: "T0ACME", name: "Acme", domain: "acme" },
  channel: "C0WORKDAY",
  people: {
    requester: { id: "UANN", name: "ann", realName: "Ann Alvarez (integrations)" },
    approver: { id: "UBOB", name: "bob", realName: "Bob Baker (security)" },
    secondApprover: { id: "UEVE", name: "eve", realName: "Eve Ellis (security)" },
    doer: { id: "UDORA", name: "dora", realName: "Dora Diaz (Workday administration)" },
    outsider: { id: "UCY", name: "cy", realName: "Cy Chen (marketing)" },
  },
  groups: { security: "S0SECURITY" },
  tenants: {
    preview: { name: "acme_dpt1", label: "Acme preview" },
    /** Where `Variation.production` puts it beside the other. */
    production: { name: "acme", label: "Acme production" },
  },
} as const;

/** Tokens of one run: they open nothing but this sandbox. */
export interface Tokens {
  readonly bot: string;
  readonly app: string;
  readonly signingSecret: string;
  readonly botKeys: KeyPair;
  readonly runnerKeys: KeyPair;
  readonly auditKey: string;
}

export function makeTokens(): Tokens {
  return {
    bot: `xoxb-${randomBytes(16).toString("hex")}`,
    app: `xapp-${randomBytes(16).toString("hex")}`,
    signingSecret: randomBytes(16).toString("hex"),
    botKeys: makeKeyPair(),
    runnerKeys: makeKeyPair(),
    auditKey: randomBytes(32).toString("hex"),
  };
}

/** People beside those of the scene, for more at once than those have windows. */
export function crowdOf(
  size: number,
): readonly { readonly id: string; readonly name: string; readonly realName: string }[] {
  return Array.from({ length: size }, (_, at) => ({
    id: `UCROWD${at + 1}`,
    name: `crowd-${at + 1}`,
    realName: `Number ${at + 1} of the crowd`,
  }));
}

/** The workspace, before the bot's address is known. */
export function toSlackOptions(tokens: Tokens, granted: Granted, crowd = 0): SlackOptions {
  const { requester, approver, secondApprover, doer, outsider } = scene.people;
  const people = [requester, approver, secondApprover, doer, outsider, ...crowdOf(crowd)];
  return {
    signingSecret: tokens.signingSecret,
    botToken: tokens.bot,
    appToken: tokens.app,
    team: scene.team,
    people: [
      ...people.map((person) => ({ ...person, email: `${person.name}@acme.example` })),
      { id: "UGUS", name: "gus", realName: "Gus Gray (guest)", isRestricted: true },
      { id: "UROBO", name: "robo", realName: "Another bot", isBot: true },
      { id: "UGONE", name: "gone", realName: "Somebody who left", isDeactivated: true },
      { id: "UFOR", name: "fortuna", realName: "Fortuna (partner)", teamId: "T0OTHER" },
    ],
    channels: [
      {
        id: scene.channel,
        name: "workday-access",
        members: [...people.map(({ id }) => id), "UGUS", "UGONE"],
      },
      { id: "C0GENERAL", name: "general", members: people.map(({ id }) => id), hasBot: false },
      {
        id: "C0SHARED",
        name: "shared-with-partner",
        members: [requester.id, "UFOR"],
        isExtShared: true,
      },
    ],
    groups: [
      {
        id: scene.groups.security,
        handle: "security",
        name: "Security",
        users: [approver.id, secondApprover.id],
      },
    ],
    commands: [{ name: "/workday-isu", shouldEscape: true }],
    ...granted,
    delivery: { kind: "http", url: "http://127.0.0.1:9/slack/events" },
  };
}

import { describe, it } from "vitest";
import { readManifest } from "../../sandbox/manifest.ts";
import type { Variation } from "../../sandbox/settings.ts";
import { type Breakage, expectFinding } from "../support/processes/breakage.ts";

const area = "Slack";
const channel = "channel C0WORKDAY of acme_dpt1";
const { scopes } = readManifest();

function inTenant(tenant: object): Variation {
  return { tenant: { ...tenant } };
}

const breakages: readonly (readonly [why: string, breakage: Breakage])[] = [
  [
    "a wrong bot token",
    {
      settings: { env: { SLACK_BOT_TOKEN: "xoxb-wrong-canary" } },
      finds: { area, what: "bot token", words: "invalid_auth", remedy: "set SLACK_BOT_TOKEN" },
    },
  ],
  [
    "a token of another workspace",
    {
      settings: { slack: { team: "T0OTHER" } },
      finds: { area, what: "bot token", words: "of the workspace T0ACME", remedy: "slack.team" },
    },
  ],
  [
    "Slack out of reach",
    {
      settings: { slack: { apiUrl: "http://127.0.0.1:2/api/" } },
      finds: { area, what: "bot token", words: "cannot be reached", remedy: "network" },
    },
  ],
  [
    "a scope that no look needs",
    {
      options: { scopes: scopes.filter((scope) => scope !== "im:write") },
      finds: { area, what: "scopes", words: "lacks im:write", remedy: "Add im:write" },
    },
  ],
  [
    "a scope without which people cannot be looked up",
    {
      options: { scopes: scopes.filter((scope) => scope !== "users:read") },
      finds: { area, what: "scopes", words: "lacks users:read", remedy: "reinstall" },
    },
  ],
  [
    "scopes without which channels and groups cannot be looked up",
    {
      options: { scopes: scopes.filter((scope) => !/^(channels|usergroups):read$/.test(scope)) },
      finds: {
        area,
        what: "scopes",
        words: "lacks usergroups:read, channels:read",
        remedy: "Add usergroups:read, channels:read",
      },
    },
  ],
  [
    "a scope that the manifest does not ask for",
    {
      options: { scopes: [...scopes, "im:history"] },
      finds: {
        area,
        what: "scopes",
        state: "warning",
        words: "im:history",
        remedy: "Take them off",
      },
    },
  ],
  [
    "an archived channel",
    {
      break: ({ slack }) => slack.archive("workday-access"),
      finds: { area, what: channel, words: "archived", remedy: "Unarchive" },
    },
  ],
  [
    "a channel without the bot",
    {
      break: ({ slack }) => slack.remove("workday-access"),
      finds: { area, what: channel, words: "not in it", remedy: "Invite the bot" },
    },
  ],
  [
    "a channel that is shared with another company",
    {
      settings: inTenant({ channel: "C0SHARED" }),
      finds: {
        area,
        what: "channel C0SHARED of acme_dpt1",
        words: "shared with another company",
        remedy: "this workspace alone",
      },
    },
  ],
  [
    "a channel that is not there",
    {
      settings: inTenant({ channel: "C0NOWHERE" }),
      finds: {
        area,
        what: "channel C0NOWHERE of acme_dpt1",
        words: "no such channel",
        remedy: "correct the channel's id",
      },
    },
  ],
  [
    "a channel that Slack does not answer for",
    {
      break: ({ slack }) =>
        slack.failNext({
          method: "conversations.info",
          kind: "error",
          error: "fatal_error",
          times: 2,
        }),
      finds: { area, what: channel, words: "trouble: fatal_error", remedy: "Try again" },
    },
  ],
  [
    "a guest among the approvers",
    {
      settings: inTenant({ approvers: { people: ["UGUS"], groups: ["S0SECURITY"] } }),
      finds: {
        area,
        what: "person UGUS (approvers of acme_dpt1)",
        words: "guest",
        remedy: "full member",
      },
    },
  ],
  [
    "somebody who left",
    {
      settings: inTenant({ doers: { people: ["UDORA", "UGONE"] } }),
      finds: {
        area,
        what: "person UGONE (doers of acme_dpt1)",
        words: "Deactivated",
        remedy: "full member",
      },
    },
  ],
  [
    "an id that is nobody's",
    {
      settings: inTenant({ doers: { people: ["UDORA", "UNOBODY"] } }),
      finds: {
        area,
        what: "person UNOBODY (doers of acme_dpt1)",
        words: "Nobody of this workspace",
        remedy: "full member",
      },
    },
  ],
  [
    "user groups without a paid plan",
    {
      break: ({ slack }) => slack.setUserGroupsAvailable(false),
      settings: inTenant({ requesters: { people: ["UANN"] } }),
      finds: {
        area,
        what: "user group S0SECURITY (approvers of acme_dpt1)",
        words: "paid plan",
        remedy: "by user id",
      },
    },
  ],
  [
    "an empty user group",
    {
      break: ({ slack }) => slack.setGroupMembers("S0SECURITY", []),
      settings: inTenant({ requesters: { people: ["UANN"] } }),
      finds: {
        area,
        what: "user group S0SECURITY (approvers of acme_dpt1)",
        state: "warning",
        words: "nobody is in it",
        remedy: "Add members",
      },
    },
  ],
  [
    "an approver who is the only one and asks as well",
    {
      settings: inTenant({ approvers: { people: ["UBOB"] } }),
      finds: {
        area,
        what: "four eyes of acme_dpt1",
        state: "warning",
        words: "UBOB is the only approver",
        remedy: "second approver",
      },
    },
  ],
  [
    "a wrong app-level token",
    {
      settings: {
        slack: { delivery: "socket" },
        env: { SLACK_APP_TOKEN: "xapp-wrong-canary" },
      },
      finds: {
        area,
        what: "app-level token",
        words: "invalid_auth",
        remedy: "connections:write",
      },
    },
  ],
];

describe("npm run doctor looks at Slack", () => {
  it.each(breakages)("finds %s, and nothing else", async (_why, breakage) => {
    await expectFinding(breakage);
  });
});

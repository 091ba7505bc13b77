import { anyMethod } from "../../slack/faults.ts";
import { always, type Switch } from "./switch.ts";

/** Workday and the runner, as they are on a bad day. */
export const ofWorkday: readonly Switch[] = [
  {
    kind: "faults",
    name: "workday-down",
    title: "Workday is down",
    about: "Every call answers 503. Requests wait, say so, and go on by themselves afterwards.",
    faults: { workday: [{ kind: "status", status: 503, times: always }] },
  },
  {
    kind: "faults",
    name: "workday-slow",
    title: "Workday is slow",
    about: "Every answer takes three seconds.",
    faults: { workday: [{ kind: "delay", ms: 3_000, times: always }] },
  },
  {
    kind: "faults",
    name: "workday-refuses",
    title: "Workday refuses new accounts",
    about: "The request stops, says why, and offers Try again.",
    faults: {
      workday: [
        {
          kind: "fault",
          match: "Put_Integration_System_User",
          faultcode: "SOAP-ENV:Client.validationError",
          faultstring: "Validation error occurred. The task submitted is not authorized.",
          detailMessage: "The task submitted is not authorized.",
          times: always,
        },
      ],
    },
  },
  {
    kind: "faults",
    name: "runner-down",
    title: "The runner is down",
    about: "The automation for tasks without a web service answers 503.",
    faults: { runner: [{ kind: "status", status: 503, times: always }] },
  },
];

export const ofVault: readonly Switch[] = [
  {
    kind: "faults",
    name: "vault-throttled",
    title: "Key Vault throttles",
    about: "Every call answers 429. No password is set before it can be kept.",
    faults: { vault: [{ kind: "throttled", times: always }] },
  },
  {
    kind: "faults",
    name: "vault-forbidden",
    title: "Key Vault's role is gone",
    about: "Every call answers 403, as after somebody removed the role assignment.",
    faults: { vault: [{ kind: "rbac", times: always }] },
  },
];

export const faultsOfSlack: readonly Switch[] = [
  {
    kind: "faults",
    name: "slack-slow",
    title: "Slack is slow",
    about: "Every call takes two seconds. Words come later; the work does not wait.",
    faults: { slack: [{ kind: "delay", method: anyMethod, ms: 2_000, times: always }] },
  },
  {
    kind: "faults",
    name: "slack-limits",
    title: "Slack limits the bot",
    about: "Posts and edits answer 429. Turn it off, and the messages catch up.",
    faults: {
      slack: ["chat.postMessage", "chat.update"].map((method) => ({
        kind: "ratelimit" as const,
        method,
        retryAfterSeconds: 2,
        times: always,
      })),
    },
  },
];

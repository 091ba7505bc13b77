import { z } from "zod";
import { type ClientOutcome, type ClientValue, clientValues } from "../flows/model/api-client.ts";
import {
  type Entry,
  enterValues,
  lookAtEntry,
  type Rejected,
} from "../flows/pages/enter-secrets.ts";
import { accountIn } from "../flows/request/account-of-request.ts";
import { toChallengeText } from "../flows/request/passkey.ts";
import { Secret } from "../secret.ts";
import type { Page, PageAnswer } from "./page.ts";
import { type PasskeyPagesDeps, taking } from "./pages.ts";
import { namePeople } from "./people.ts";
import { toAssertionOptions } from "./web-authn.ts";

const Token = z.object({ token: z.string().max(100) });

/** A secret from its first moment here. What people paste has spaces and line breaks around it. */
const Value = z
  .string()
  .trim()
  .min(1)
  .max(8_000)
  .transform((value) => new Secret(value));

const Entered = Token.extend({
  code: z.string().max(100).default(""),
  response: z.unknown().optional(),
  values: z.partialRecord(z.enum(clientValues), Value),
});

const labels: Record<ClientValue, string> = {
  "client-id": "Client ID",
  "client-secret": "Client Secret",
  "refresh-token": "Refresh Token",
};

/** The page that takes what Workday showed straight into the vault. */
export function createEntryPage(deps: PasskeyPagesDeps): Page {
  return {
    path: "/enter",
    title: "Enter what Workday shows",
    script: "enter.js",
    actions: {
      look: taking(Token, async ({ token }) => {
        const entry = await lookAtEntry(deps.flows, token);
        return entry.ok ? show(deps, entry.value) : refused(deps, { why: entry.error });
      }),
      enter: taking(Entered, async (given) => {
        const entered = await enterValues(deps.flows, given);
        return entered.ok
          ? { kind: "done", body: { words: describeOutcome(entered.value) } }
          : refused(deps, entered.error);
      }),
    },
  };
}

async function show({ flows, site }: PasskeyPagesDeps, entry: Entry): Promise<PageAnswer> {
  const { ticket, request, values, passkey } = entry;
  const { tenant } = flows.contextOf(ticket.tenant);
  const { userName, client } = accountIn(request);
  const nameOf = await namePeople(flows.directory, [ticket.person, request.askedBy]);
  const options =
    passkey && (await toAssertionOptions(site, { text: toChallengeText(ticket), passkey }));
  return {
    kind: "done",
    body: {
      ...(tenant.production && { warning: `${tenant.label} is a PRODUCTION tenant.` }),
      facts: [
        { label: "Request", value: request.id },
        { label: "Tenant", value: `${tenant.label} (${tenant.name})` },
        { label: "Account", value: userName },
        { label: "API client", value: client?.name ?? "" },
        { label: "Asked for by", value: nameOf(request.askedBy) },
        { label: "This link is for", value: nameOf(ticket.person) },
      ],
      fields: values.map((name) => ({ name, label: labels[name] })),
      ...(options && { options }),
    },
  };
}

function refused({ describeRefusal }: PasskeyPagesDeps, { why, triesLeft }: Rejected): PageAnswer {
  const words = typeof why === "string" ? describeRefusal(why) : why.words;
  const tries = triesLeft === undefined ? [] : [describeTries(triesLeft)];
  return { kind: "refused", words: [words, ...tries].join(" ") };
}

function describeTries(left: number): string {
  if (left === 0) {
    return "That was the last try of this link: press Enter the values in Slack again for another one, and keep Workday's page open until then.";
  }
  return `This link takes ${left === 1 ? "one more try" : `${left} more tries`}.`;
}

function describeOutcome(outcome: ClientOutcome): string {
  const stored = "Stored in Key Vault.";
  const close = "You can close this page, and press Done in Workday.";
  return outcome.kind === "verified"
    ? `${stored} The token endpoint took the values, and a REST call with them was answered: verified. ${close}`
    : `${stored} ${outcome.words} ${close}`;
}

import { z } from "zod";
import { beginEnrolment, finishEnrolment } from "../flows/pages/enrol.ts";
import {
  approveWithPasskey,
  confirmWithPasskey,
  findTicket,
  lookAtApproval,
  lookAtConfirmation,
  type OpenLink,
} from "../flows/pages/passkey-confirmation.ts";
import type { PageDeps } from "../flows/ports/web-authn.ts";
import { type PageRefusal, shortName, toChallengeText } from "../flows/request/passkey.ts";
import type { Refusal } from "../flows/request/refusal.ts";
import type { Tenant } from "../flows/tenant/tenant.ts";
import { type Answering, describeReply } from "./approval-reply.ts";
import { listPeople, viewApproval } from "./approval-view.ts";
import type { Action, Page, PageAnswer } from "./page.ts";
import { namePeople } from "./people.ts";
import type { View } from "./view.ts";
import { type Site, toAssertionOptions, toRegistrationOptions } from "./web-authn.ts";

export interface PasskeyPagesDeps {
  readonly flows: PageDeps;
  readonly site: Site;
  readonly describeRefusal: (refusal: Refusal | PageRefusal) => string;
}

const Token = z.object({ token: z.string().max(100) });
const Proof = Token.extend({ response: z.unknown() });
const Code = Token.extend({ code: z.string().max(100) });
const Finish = Code.extend({ response: z.unknown() });

/** The pages on which approvers use their passkeys. */
export function createPasskeyPages(deps: PasskeyPagesDeps): readonly Page[] {
  return [approvalPage(deps), confirmationPage(deps), enrolmentPage(deps)];
}

/** Reads what a page's script sent; anything else is refused. */
export function taking<Given>(
  schema: z.ZodType<Given>,
  act: (given: Given) => Promise<PageAnswer>,
): Action {
  return async (body) => {
    const given = schema.safeParse(body);
    return given.success
      ? act(given.data)
      : { kind: "refused", words: "The bot cannot read this request." };
  };
}

function done(body: object): PageAnswer {
  return { kind: "done", body };
}

function refused(
  { describeRefusal }: PasskeyPagesDeps,
  refusal: Refusal | PageRefusal,
): PageAnswer {
  return { kind: "refused", words: describeRefusal(refusal) };
}

function contextOf(
  { flows }: PasskeyPagesDeps,
  { ticket }: OpenLink<"approve"> | OpenLink<"confirm">,
): Tenant {
  return flows.contextOf(ticket.tenant).tenant;
}

async function ask(
  { site }: PasskeyPagesDeps,
  { ticket, passkey }: OpenLink<"approve"> | OpenLink<"confirm">,
  view: View,
): Promise<PageAnswer> {
  const options = await toAssertionOptions(site, { text: toChallengeText(ticket), passkey });
  return done({ view, options });
}

function approvalPage(deps: PasskeyPagesDeps): Page {
  return {
    path: "/approve",
    title: "Approve with your passkey",
    script: "prove.js",
    actions: {
      look: taking(Token, async ({ token }) => {
        const shown = await lookAtApproval(deps.flows, token);
        if (!shown.ok) return refused(deps, shown.error);
        const tenant = contextOf(deps, shown.value);
        const nameOf = await namePeople(deps.flows.directory, listPeople(shown.value, tenant));
        return ask(deps, shown.value, viewApproval(shown.value, tenant, nameOf));
      }),
      prove: taking(Proof, async (given) => {
        const reply = await approveWithPasskey(deps.flows, given);
        if (!reply.ok) return refused(deps, reply.error);
        const words = describeReply(reply.value, toAnswering(deps));
        return reply.value.kind === "accepted" ? done({ words }) : { kind: "refused", words };
      }),
    },
  };
}

function toAnswering({ flows, describeRefusal }: PasskeyPagesDeps): Answering {
  return {
    tenantOf: ({ draft }) => flows.contextOf(draft.tenant).tenant,
    now: flows.clock.now(),
    describeRefusal,
  };
}

function confirmationPage(deps: PasskeyPagesDeps): Page {
  return {
    path: "/confirm",
    title: "Confirm a passkey",
    script: "prove.js",
    actions: {
      look: taking(Token, async ({ token }) => {
        const shown = await lookAtConfirmation(deps.flows, token);
        if (!shown.ok) return refused(deps, shown.error);
        const { waiting } = shown.value;
        const { label, name } = contextOf(deps, shown.value);
        const nameOf = await namePeople(deps.flows.directory, [waiting.person]);
        return ask(deps, shown.value, {
          lead: "From your confirmation on, this passkey approves in the place of its owner. Confirm it only when its owner has told you, outside Slack, that it is theirs.",
          facts: [
            { label: "Owner", value: nameOf(waiting.person) },
            { label: "Passkey", value: shortName(waiting.credential) },
            { label: "Tenant", value: `${label} (${name})` },
          ],
          lists: [],
          folded: [],
          button: "Confirm with your passkey",
        });
      }),
      prove: taking(Proof, async (given) => {
        const confirmed = await confirmWithPasskey(deps.flows, given);
        if (!confirmed.ok) return refused(deps, confirmed.error);
        const name = shortName(confirmed.value.credential);
        return done({
          words: `Confirmed: the passkey ${name} counts from now on. You can close this page.`,
        });
      }),
    },
  };
}

function enrolmentPage(deps: PasskeyPagesDeps): Page {
  const { flows } = deps;
  return {
    path: "/enrol",
    title: "Register a passkey",
    script: "enrol.js",
    actions: {
      look: taking(Token, async ({ token }) => {
        const ticket = await findTicket(flows, token, "enrol");
        if (!ticket.ok) return refused(deps, ticket.error);
        const { person, tenant } = ticket.value;
        const { label, name } = flows.contextOf(tenant).tenant;
        const nameOf = await namePeople(flows.directory, [person]);
        const facts = [
          { label: "For", value: nameOf(person) },
          { label: "Tenant", value: `${label} (${name})` },
        ];
        return done({ facts });
      }),
      begin: taking(Code, (given) => beginOnPage(deps, given)),
      finish: taking(Finish, async (given) => {
        const enrolled = await finishEnrolment(flows, given);
        if (!enrolled.ok) return refused(deps, enrolled.error);
        const name = shortName(enrolled.value.credential);
        return done({
          words: `Registered: your passkey ${name}. It counts once another approver has confirmed it: the bot asks for that in the tenant's channel. Tell them, face to face or by phone, that ${name} is yours.`,
        });
      }),
    },
  };
}

/** What the browser makes a passkey with, once the code is right. */
async function beginOnPage(
  deps: PasskeyPagesDeps,
  given: z.output<typeof Code>,
): Promise<PageAnswer> {
  const { flows, site } = deps;
  const begun = await beginEnrolment(flows, given);
  if (!begun.ok) return refused(deps, begun.error);
  const { tenant, person, key } = begun.value;
  const own = (await flows.passkeys.list(tenant)).filter(
    (one) => one.person === person && one.state === "active",
  );
  const nameOf = await namePeople(flows.directory, [person]);
  const options = await toRegistrationOptions(site, {
    text: toChallengeText(begun.value),
    name: `${nameOf(person)} in ${flows.contextOf(tenant).tenant.label}`,
    handle: key,
    exclude: own.map(({ credential }) => credential),
  });
  return done({ options });
}

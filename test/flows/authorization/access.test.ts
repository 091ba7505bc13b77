import { describe, expect, it } from "vitest";
import {
  type Identity,
  mayCommand,
  readIdentity,
} from "../../../src/flows/authorization/access.ts";
import { type PersonId, parsePersonId } from "../../../src/flows/model/ids.ts";
import type { Standing } from "../../../src/flows/ports/directory.ts";
import type { CommandKind } from "../../../src/flows/request/click.ts";
import type { PersonRefusal } from "../../../src/flows/request/refusal.ts";
import { aTenant } from "../../support/data/a-tenant.ts";
import { ann, bea, ben, cy, dan, eve, securityAdmins } from "../../support/data/people.ts";
import { createFakeDirectory } from "../../support/fakes/fake-directory.ts";
import { createMishaps } from "../../support/fakes/fault-injection.ts";
import { valueIn } from "../../support/value-in.ts";

const commands: readonly CommandKind[] = [
  "open",
  "edit",
  "approve",
  "deny",
  "postpone",
  "send-back",
  "answer",
  "withdraw",
  "start",
  "report-done",
  "report-refused",
  "retry",
  "look-again",
  "attest",
  "clean-up-again",
];

const none = { requester: false, doer: false, approver: false };
const member: Identity = { standing: "member", roles: none };
const requester: Identity = { standing: "member", roles: { ...none, requester: true } };
const doer: Identity = { standing: "member", roles: { ...none, doer: true } };
const approver: Identity = { standing: "member", roles: { ...none, approver: true } };
const everything: Identity = {
  standing: "member",
  roles: { requester: true, doer: true, approver: true },
};

const everyRole = ["requester", "doer", "approver"] as const;

type Answers = Record<CommandKind, "yes" | PersonRefusal>;

function ask(identity: Identity, by: PersonId): Answers {
  const answers = commands.map((command) => {
    const answer = mayCommand(
      command,
      identity,
      command === "open" ? { by } : { by, askedBy: ann },
    );
    return [command, answer.ok ? "yes" : answer.error] as const;
  });
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- one entry for each command
  return Object.fromEntries(answers) as Answers;
}

const noRole: Answers = {
  open: "not-a-requester",
  edit: "not-the-requester",
  approve: "not-an-approver",
  deny: "not-an-approver",
  postpone: "not-an-approver",
  "send-back": "not-an-approver",
  answer: "not-a-requester",
  withdraw: "not-the-requester",
  start: "not-a-doer",
  "report-done": "not-a-doer",
  "report-refused": "not-a-doer",
  retry: "not-involved",
  "look-again": "not-involved",
  attest: "not-an-attester",
  "clean-up-again": "not-involved",
};

const asks = { postpone: "yes", "send-back": "yes" } as const;

/** What everybody may who has something to do with a request. */
const involved = { retry: "yes", "look-again": "yes", "clean-up-again": "yes" } as const;
const reports = { start: "yes", "report-done": "yes", "report-refused": "yes" } as const;
const deeds = { ...reports, ...involved, attest: "yes" } as const;

describe("mayCommand", () => {
  it.each<[who: string, identity: Identity, by: PersonId, answers: Answers]>([
    ["a stranger nothing", member, cy, noRole],
    [
      "another requester to ask for their own",
      requester,
      cy,
      { ...noRole, open: "yes", attest: "yes", answer: "yes" },
    ],
    [
      "the requester to edit, to withdraw and to try again",
      requester,
      ann,
      {
        ...noRole,
        ...involved,
        open: "yes",
        attest: "yes",
        answer: "yes",
        withdraw: "yes",
        edit: "yes",
      },
    ],
    ["a doer to report and to try again", doer, dan, { ...noRole, ...involved, ...reports }],
    [
      "an approver to decide and to try again",
      approver,
      ben,
      { ...noRole, ...involved, approve: "yes", deny: "yes", ...asks, attest: "yes" },
    ],
    [
      "somebody on every list everything but another's edit and withdrawal",
      everything,
      eve,
      {
        open: "yes",
        edit: "not-the-requester",
        approve: "yes",
        deny: "yes",
        ...asks,
        answer: "yes",
        withdraw: "not-the-requester",
        ...deeds,
      },
    ],
    [
      "somebody on every list no decision on their own request",
      everything,
      ann,
      {
        open: "yes",
        edit: "yes",
        approve: "own-request",
        deny: "own-request",
        postpone: "own-request",
        "send-back": "own-request",
        answer: "yes",
        withdraw: "yes",
        ...deeds,
      },
    ],
  ])("allows %s", (_who, identity, by, answers) => {
    expect(ask(identity, by)).toEqual(answers);
  });

  it.each<Exclude<Standing, "member">>(["guest", "bot", "deactivated", "foreign"])(
    "allows a %s account nothing, whatever list it is on",
    (standing) => {
      const answers = ask({ ...everything, standing }, ann);

      expect(new Set(Object.values(answers))).toEqual(new Set([standing]));
    },
  );

  it("lets somebody who carried out a step deny it, and not approve it", () => {
    const who = { by: eve, askedBy: ann, carriedOutBy: [dan, eve] };

    expect(mayCommand("approve", everything, who)).toEqual({ ok: false, error: "did-a-step" });
    expect(mayCommand("deny", everything, who).ok).toBe(true);
  });

  it("lets somebody who approved say that they could not, and not that it is done", () => {
    const who = { by: eve, askedBy: ann, approvedBy: [ben, eve] };

    expect(mayCommand("report-done", everything, who)).toEqual({ ok: false, error: "approved-it" });
    expect(mayCommand("report-refused", everything, who).ok).toBe(true);
  });

  it("tells a requester who is no approver nothing about whose request it is", () => {
    expect(mayCommand("approve", requester, { by: ann, askedBy: ann })).toEqual({
      ok: false,
      error: "not-an-approver",
    });
  });
});

describe("readIdentity", () => {
  it.each<[who: string, by: PersonId, identity: Identity]>([
    ["a requester", ann, requester],
    ["a doer", dan, doer],
    ["an approver named by id", ben, approver],
    ["an approver named by a user group", bea, approver],
    ["somebody on every list", eve, everything],
    ["a stranger", cy, member],
    ["the same member of another team", otherTeam("U0BEN"), { standing: "foreign", roles: none }],
  ])("knows %s", async (_who, by, identity) => {
    const asked = { person: by, tenant: aTenant() };

    expect(await readIdentity(createFakeDirectory(), asked, everyRole)).toEqual({
      ok: true,
      value: identity,
    });
  });

  it("knows a role no longer once its group does not name the person", async () => {
    const directory = createFakeDirectory();
    directory.setMembers(securityAdmins, [cy]);
    directory.setStanding(cy, "guest");

    const tenant = aTenant();

    expect(await readIdentity(directory, { person: bea, tenant }, everyRole)).toEqual({
      ok: true,
      value: member,
    });
    expect(await readIdentity(directory, { person: cy, tenant }, everyRole)).toEqual({
      ok: true,
      value: { standing: "guest", roles: { ...none, approver: true } },
    });
  });

  it("knows nobody while Slack does not say who it is", async () => {
    const mishaps = createMishaps();
    mishaps.fail("directory.findStanding", { kind: "unreachable", times: 1 });
    const asked = { person: eve, tenant: aTenant() };

    expect(await readIdentity(createFakeDirectory(mishaps), asked, everyRole)).toEqual({
      ok: false,
      error: "cannot-tell-who-you-are",
    });
  });

  it.each(everyRole)("leaves open who is %s where Slack cannot read that list", async (role) => {
    const mishaps = createMishaps();
    const from = everyRole.indexOf(role) + 1;
    mishaps.fail("directory.isOn", { kind: "unreachable", times: 1, from });
    const asked = { person: eve, tenant: aTenant() };

    expect(await readIdentity(createFakeDirectory(mishaps), asked, everyRole)).toEqual({
      ok: true,
      value: { standing: "member", roles: { ...everything.roles, [role]: "unknown" } },
    });
  });
});

function otherTeam(user: string): PersonId {
  return valueIn(parsePersonId("T0OTHER", user));
}

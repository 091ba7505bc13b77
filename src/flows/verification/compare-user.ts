import { isSameAccount } from "../model/account-name.ts";
import { toItem, unseen, type VerificationItem } from "../model/verification.ts";
import type { IntegrationSystemUser } from "../ports/workday.ts";
import { compareSignOn, listTokens, listUntried } from "./compare-sign-on.ts";
import {
  bothOfComparisons,
  type ComparedFacts,
  type Comparison,
  expectThat,
  found,
  ifShown,
} from "./expectation.ts";
import type { Expected, Observed } from "./observed.ts";

const workdayDoesNotSay = "Workday does not say.";

/** The facts of an account that one look at it tells together. */
const ofAccount = ["account", "ui-sessions", "session-timeout", "new-password", "token-sign-on"];

/** Compares an account's settings, and how it signs on, with what was asked. */
export function compareUser(asked: Expected, user: Observed["user"]): Comparison {
  const { userName, sessionTimeoutMinutes, signOn = {} } = asked;
  const expected = [
    expectThat("account", `The account ${userName}`, workdayDoesNotSay),
    expectThat("ui-sessions", "UI sessions", workdayDoesNotSay),
    ...(sessionTimeoutMinutes === undefined
      ? []
      : [expectThat("session-timeout", "The session timeout", workdayDoesNotSay)]),
    expectThat("new-password", "A new password at the next sign-in", workdayDoesNotSay),
    expectThat("token-sign-on", "Web service security (x509, SAML)", workdayDoesNotSay),
  ];
  const untried = listUntried(signOn).map((words) => toItem("unseen", words));
  return bothOfComparisons(
    { expected, findings: findSettings(asked, user) },
    {
      expected: untried.map(({ words }) => expectThat("sign-on", "Signing on", words)),
      findings: [found("sign-on", untried)],
    },
  );
}

function findSettings(asked: Expected, user: Observed["user"]): readonly ComparedFacts[] {
  const { userName, systemId, signOn = {} } = asked;
  if (user.kind === "cannot-see") return whole(unseen(`The account ${userName}`, user.words));
  if (user.part === undefined) {
    const words = `The integration system ${systemId} has no user ${userName}.`;
    return whole(toItem("missing", words));
  }
  if (!isSameAccount(user.part.userName, userName)) {
    const words = `The integration system ${systemId} has the user ${user.part.userName} in place of ${userName}.`;
    return whole(toItem("other", words));
  }
  const { doNotAllowUiSessions, sessionTimeoutMinutes } = user.part;
  return [
    found("account", []),
    ...ifShown("ui-sessions", doNotAllowUiSessions, (now) => compareUiSessions(asked, now)),
    ...ifShown("session-timeout", sessionTimeoutMinutes, (now) => compareTimeout(asked, now)),
    ...compareSignOn(signOn, user.part),
  ];
}

function whole(item: VerificationItem): readonly ComparedFacts[] {
  return [{ facts: ofAccount, items: [item] }];
}

function compareUiSessions(
  { doNotAllowUiSessions: asked }: Expected,
  now: boolean,
): readonly VerificationItem[] {
  if (now === asked) return [];
  return asked
    ? [toItem("other", "The account is open to UI sessions, and was asked to be closed to them.")]
    : [toItem("other", "The account is closed to UI sessions, and was asked to be open to them.")];
}

function compareTimeout(
  { sessionTimeoutMinutes: asked }: Expected,
  now: number,
): readonly VerificationItem[] {
  if (asked === undefined || asked === now) return [];
  return [toItem("other", `The session timeout is ${now} minutes, and ${asked} were asked for.`)];
}

/** Whether an account that ended is closed to every way of signing on that the account itself shows. */
export function compareClosed(asked: Expected, user: Observed["user"]): Comparison {
  const { userName } = asked;
  const expected = [
    expectThat("account", `The account ${userName}`, workdayDoesNotSay),
    expectThat("ui-sessions", "UI sessions", workdayDoesNotSay),
    expectThat(
      "token-sign-on",
      `Whether x509 or SAML sign-on of ${userName} is off`,
      "Workday does not say. Look at Configure Web Service Security.",
    ),
  ];
  return { expected, findings: findClosed(asked, user) };
}

function findClosed(
  { userName, systemId }: Expected,
  user: Observed["user"],
): readonly ComparedFacts[] {
  if (user.kind === "cannot-see") return whole(unseen(`The account ${userName}`, user.words));
  // It is gone.
  if (user.part === undefined) return [{ facts: ofAccount, items: [] }];
  if (!isSameAccount(user.part.userName, userName)) {
    const why = `The integration system ${systemId} has the user ${user.part.userName} in its place.`;
    return whole(unseen(`The account ${userName}`, why));
  }
  const { doNotAllowUiSessions, tokens } = user.part;
  return [
    found("account", []),
    ...ifShown("ui-sessions", doNotAllowUiSessions, (isClosed) =>
      isClosed
        ? []
        : [toItem("too-much", `The account ${userName} on ${systemId} is open to UI sessions.`)],
    ),
    ...ifShown("token-sign-on", tokens, (shown) => listOpen(userName, shown)),
  ];
}

function listOpen(
  userName: string,
  tokens: NonNullable<IntegrationSystemUser["tokens"]>,
): readonly VerificationItem[] {
  return listTokens(tokens).map(({ what, holder }) =>
    toItem("too-much", `${what} of ${userName} is still on: ${holder} can sign on.`),
  );
}

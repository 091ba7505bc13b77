import { isSameAccount } from "../model/account-name.ts";
import { toItem, unseen, type VerificationItem } from "../model/verification.ts";
import type { IntegrationSystemUser } from "../ports/workday.ts";
import { compareSignOn, listTokens } from "./compare-sign-on.ts";
import {
  byEye,
  type ComparedFacts,
  type Comparison,
  expectThat,
  found,
  ifShown,
} from "./expectation.ts";
import type { Expected, Observed } from "./observed.ts";

const viewAccount = "Workday does not say. Look at the account in Workday.";
const viewSecurity = "Workday does not say. Look at Configure Web Service Security.";

/** The facts of an account that one look at it tells together. */
const ofAccount = ["account", "ui-sessions", "session-timeout", "new-password", "token-sign-on"];

/** Compares an account's settings, and how it signs on, with what was asked. */
export function compareUser(
  asked: Expected,
  user: Observed["user"],
  accounts: Observed["accounts"],
): Comparison {
  const { userName, sessionTimeoutMinutes } = asked;
  const expected = [
    expectThat("account", `The account ${userName}`, viewAccount),
    expectThat("ui-sessions", "UI sessions", viewAccount),
    ...(sessionTimeoutMinutes === undefined
      ? []
      : [expectThat("session-timeout", "The session timeout", viewAccount)]),
    expectThat("new-password", "A new password at the next sign-in", viewAccount),
    expectThat("token-sign-on", "Web service security (x509, SAML)", viewSecurity),
  ];
  const settings = byEye("web-service", findSettings(asked, user));
  return { expected, findings: [...settings, ...findListed(asked, user, accounts)] };
}

/** Whether the password has to be changed, where the account is shown without it and the list of accounts tells. */
function findListed(
  { userName, signOn = {} }: Expected,
  user: Observed["user"],
  accounts: Observed["accounts"],
): readonly ComparedFacts[] {
  const isShown = user.kind === "seen" && user.part?.requireNewPassword === undefined;
  if (!isShown || accounts.kind === "cannot-see") return [];
  const listed = accounts.part.find((one) => isSameAccount(one.userName, userName));
  const requireNewPassword = listed?.needsNewPassword;
  if (requireNewPassword === undefined) return [];
  return byEye(listed?.by, compareSignOn(signOn, { requireNewPassword }));
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
    expectThat("account", `The account ${userName}`, viewAccount),
    expectThat("ui-sessions", "UI sessions", viewAccount),
    expectThat(
      "token-sign-on",
      `Whether x509 or SAML sign-on of ${userName} is off`,
      "Workday does not say. Look at Configure Web Service Security.",
    ),
  ];
  return { expected, findings: byEye("web-service", findClosed(asked, user)) };
}

function findClosed(
  { userName, systemId }: Expected,
  user: Observed["user"],
): readonly ComparedFacts[] {
  if (user.kind === "cannot-see") return whole(unseen(`The account ${userName}`, user.words));
  if (user.part === undefined) {
    const why = `The integration system ${systemId} has no user any more: Workday deletes no account, so it hangs on another one, or on none.`;
    return whole(unseen(`The account ${userName}`, why));
  }
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

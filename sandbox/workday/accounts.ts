import { randomBytes } from "node:crypto";
import type { AccountDefinition, PasswordRules } from "./definition.ts";
import { type Account, type SignOnRefusal, type TenantState, widOf } from "./state.ts";

const wrongPasswordsThatLock = 5;

const defaultRules: PasswordRules = {
  minLength: 8,
  upper: true,
  lower: true,
  digit: true,
  special: true,
};

export function findAccount(state: TenantState, userName: string): Account | undefined {
  return state.accounts.get(userName.toLowerCase());
}

/** The user of an integration system; Workday allows one. */
export function findUserOf(state: TenantState, integrationSystem: string): Account | undefined {
  return [...state.accounts.values()].find(
    (account) => account.integrationSystem === integrationSystem,
  );
}

export function addAccount(state: TenantState, definition: AccountDefinition): Account {
  const account: Account = {
    wid: widOf(state.definition.name, "account", definition.userName),
    userName: definition.userName,
    kind: definition.kind,
    password: definition.password,
    integrationSystem: definition.integrationSystem,
    requireNewPassword: false,
    sessionTimeoutMinutes: 0,
    doNotAllowUiSessions: false,
    webServiceSecurity: [],
    exemptFromPasswordExpiration: definition.isExempt === true,
    wrongPasswordsInARow: 0,
    isLocked: false,
    isDisabled: false,
    expiresOn: definition.expiresOn ?? "",
    signOns: 0,
    passwordChanges: 0,
    createdAt: state.now(),
  };
  state.accounts.set(definition.userName.toLowerCase(), account);
  return account;
}

export function putPassword(state: TenantState, account: Account, password: string): void {
  account.password = password;
  account.passwordChanges += 1;
  state.changed();
}

/** A password nobody will ever know. */
export function randomPassword(): string {
  return `Aa1!${randomBytes(24).toString("base64url")}`;
}

export function meetsPasswordRules(password: string, given: PasswordRules | undefined): boolean {
  const rules = given ?? defaultRules;
  if (password.length < rules.minLength) return false;
  if (password.length > (rules.maxLength ?? Number.POSITIVE_INFINITY)) return false;
  const classes: readonly [isRequired: boolean, pattern: RegExp][] = [
    [rules.upper, /\p{Lu}/u],
    [rules.lower, /\p{Ll}/u],
    [rules.digit, /\d/],
    [rules.special, /[^\p{L}\d\s]/u],
  ];
  return classes.every(([isRequired, pattern]) => !isRequired || pattern.test(password));
}

/**
 * Signs on by user name and password. Every reason to refuse looks the same from
 * outside: an unknown user, a wrong password, a lock after five wrong ones, a
 * password that must be changed first, an authentication policy. The log of sign-ons tells them apart.
 */
export function signOn(
  state: TenantState,
  credentials: { readonly userName: string; readonly password: string },
  attempt: { readonly for: string; readonly address: string },
): Account | undefined {
  const account = findAccount(state, credentials.userName);
  const refusal =
    account === undefined ? "wrong-password" : refuse(state, account, credentials.password);
  state.signOns.push({
    userName: credentials.userName,
    at: state.now(),
    ok: refusal === undefined,
    ...attempt,
    channel: "Web Services",
    type: "User Name Password",
    ...(refusal && { refusal }),
  });
  state.changed();
  if (account === undefined || refusal !== undefined) return undefined;
  account.signOns += 1;
  return account;
}

function refuse(state: TenantState, account: Account, password: string): SignOnRefusal | undefined {
  if (account.isLocked || account.isDisabled || hasExpired(state, account)) return "locked";
  if (account.password !== password) {
    account.wrongPasswordsInARow += 1;
    account.isLocked = account.wrongPasswordsInARow >= wrongPasswordsThatLock;
    return "wrong-password";
  }
  account.wrongPasswordsInARow = 0;
  if (account.requireNewPassword) return "new-password-required";
  return passesAuthenticationPolicy(state, account) ? undefined : "authentication-policy";
}

/** By the day in UTC. */
function hasExpired(state: TenantState, { expiresOn }: Account): boolean {
  return expiresOn !== "" && new Date(state.now()).toISOString().slice(0, 10) >= expiresOn;
}

export function passesAuthenticationPolicy(state: TenantState, account: Account): boolean {
  if (state.authenticationPolicy === undefined || account.kind !== "isu") return true;
  return state.authenticationPolicy.allowed.has(account.userName.toLowerCase());
}

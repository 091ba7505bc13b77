import type { RawSettings } from "../../flows/model/raw-settings.ts";
import { checkboxField, choiceField, problemOf } from "../blocks/form-fields.ts";
import { actions } from "../payloads/action-ids.ts";
import { type FieldOf, listFields } from "./field.ts";
import { filledIn, formPage, type PartOfForm } from "./pages.ts";
import { choiceIn, isChecked } from "./read-inputs.ts";
import {
  holderOfKeyKey,
  identityProviderKey,
  requireNewPassword,
  samlIssuer,
  x509Key,
} from "./sign-on-fields.ts";

const newPasswordConfirmed: FieldOf<RawSettings, "newPasswordConfirmed"> = {
  labels: { newPasswordConfirmed: "The integration may stop" },
  show: ({ raw }, problems) => [
    checkboxField({
      field: "newPasswordConfirmed",
      label: newPasswordConfirmed.labels.newPasswordConfirmed,
      hint: "Workday refuses its sign-on until the password is changed; without UI sessions nobody can.",
      text: "I know that it may stop, and ask for it",
      isChecked: raw.newPasswordConfirmed,
    }),
    ...problemOf("newPasswordConfirmed", problems),
  ],
  read: ({ inputs }) => ({ newPasswordConfirmed: isChecked(inputs.get("newPasswordConfirmed")) }),
};

const x509Words: Readonly<Record<RawSettings["x509Change"], string>> = {
  keep: "Leave it as it is",
  add: "Add a key; those that are there stay",
  replace: "Only the key below signs on from then",
  off: "Switch x509 off",
};

export const x509Change: FieldOf<RawSettings, "x509Change"> = {
  labels: { x509Change: "x509 token authentication" },
  show: ({ raw }, problems) => [
    choiceField({
      field: "x509Change",
      label: x509Change.labels.x509Change,
      hint: "For another key: add it, let the vendor change over, then ask for only the new one.",
      words: x509Words,
      value: raw.x509Change,
    }),
    ...problemOf("x509Change", problems),
  ],
  read: ({ inputs }) => ({ x509Change: chosenOf(x509Words, choiceIn(inputs, "x509Change")) }),
};

const samlWords: Readonly<Record<RawSettings["samlChange"], string>> = {
  keep: "Leave it as it is",
  set: "Sign on with the issuer and the keys below",
  off: "Switch SAML off",
};

export const samlChange: FieldOf<RawSettings, "samlChange"> = {
  labels: { samlChange: "SAML token authentication" },
  show: ({ raw }, problems) => [
    choiceField({
      field: "samlChange",
      label: samlChange.labels.samlChange,
      hint: "Another issuer takes the place of the one that is there.",
      words: samlWords,
      value: raw.samlChange,
    }),
    ...problemOf("samlChange", problems),
  ],
  read: ({ inputs }) => ({ samlChange: chosenOf(samlWords, choiceIn(inputs, "samlChange")) }),
};

const policyWords: Readonly<Record<RawSettings["policyChange"], string>> = {
  keep: "Leave it as it is",
  allow: "Allow the account in it",
  remove: "Take the account out of it",
};

export const policyChange: FieldOf<RawSettings, "policyChange"> = {
  labels: { policyChange: "Authentication policy" },
  show: ({ raw }, problems) => [
    choiceField({
      field: "policyChange",
      label: policyChange.labels.policyChange,
      hint: "A person's task in Manage Authentication Policies. Activating it makes live what else is pending there.",
      words: policyWords,
      value: raw.policyChange,
    }),
    ...problemOf("policyChange", problems),
  ],
  read: ({ inputs }) => ({ policyChange: chosenOf(policyWords, choiceIn(inputs, "policyChange")) }),
};

const tokens = listFields(requireNewPassword)
  .and(newPasswordConfirmed)
  .and(x509Change)
  .and(x509Key)
  .and(samlChange)
  .and(samlIssuer)
  .and(identityProviderKey)
  .and(holderOfKeyKey)
  .and(policyChange);

type Tokens = ReturnType<typeof tokens.read>;

/** What few accounts need changed: how else it signs on, and by which rules of the tenant. */
export const tokensPart = {
  ...formPage({
    page: "tokens",
    fields: tokens,
    isIn: (inputs) => inputs.has("x509Change"),
    keep: (before: Tokens): Tokens => ({
      requireNewPassword: before.requireNewPassword,
      newPasswordConfirmed: before.newPasswordConfirmed,
      x509Change: before.x509Change,
      x509Key: before.x509Key,
      samlChange: before.samlChange,
      samlIssuer: before.samlIssuer,
      identityProviderKey: before.identityProviderKey,
      holderOfKeyKey: before.holderOfKeyKey,
      policyChange: before.policyChange,
    }),
  }),
  id: actions.moreSettings,
  title: "More settings",
  describe: ({ raw }) => {
    const { shown, x509Change: x509, samlChange: saml, policyChange: policy } = raw;
    const isPlain = [x509, saml, policy].every((change) => change === "keep");
    const typed = [raw.x509Key, raw.samlIssuer, raw.identityProviderKey, raw.holderOfKeyKey];
    const isNew = raw.requireNewPassword !== (shown.requireNewPassword === true);
    const isUntouched = !raw.newPasswordConfirmed && !isNew && typed.join("").trim() === "";
    return isPlain && isUntouched ? undefined : filledIn;
  },
} as const satisfies PartOfForm<{ readonly raw: Tokens & Pick<RawSettings, "shown"> }>;

/** What was chosen; where nothing was, it stays as it is. */
function chosenOf<Word extends string>(
  words: Readonly<Record<Word | "keep", string>>,
  chosen: string,
): Word | "keep" {
  return isWord(words, chosen) ? chosen : "keep";
}

function isWord<Word extends string>(
  words: Readonly<Record<Word, string>>,
  chosen: string,
): chosen is Word {
  return Object.hasOwn(words, chosen);
}

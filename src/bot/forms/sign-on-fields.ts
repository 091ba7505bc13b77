import type { types } from "@slack/bolt";
import type { RawSignOn } from "../../flows/model/sign-on.ts";
import type { Field, FieldProblems } from "../../flows/request/draft.ts";
import { type Block, buttons, plain } from "../blocks/block.ts";
import { problemOf, textField } from "../blocks/form-fields.ts";
import { actions } from "../payloads/action-ids.ts";
import { groupFieldsInWords } from "./group-fields.ts";
import { segmentFieldsInWords } from "./segments-form.ts";

/** The settings that few accounts need: a button until somebody asks for them, then the fields. */
export function askSignOn(raw: RawSignOn | undefined, problems: FieldProblems): Block[] {
  if (raw === undefined) {
    return [buttons([{ id: actions.moreSettings, text: "More settings", value: "sign-on" }])];
  }
  return [
    askPasswordFrom(raw),
    ...problemOf("passwordFrom", problems),
    ...box("requireNewPassword", raw, problems),
    ...box("exemptFromPasswordExpiry", raw, problems),
    ...box("x509", raw, problems),
    ...keyField("x509Key", raw, problems),
    ...box("saml", raw, problems),
    ...textField(
      {
        field: "samlIssuer",
        label: fieldsInWords.samlIssuer,
        hint: "The identifier of the identity provider.",
        value: raw.samlIssuer,
        isOptional: true,
        most: 300,
      },
      problems,
    ),
    ...keyField("identityProviderKey", raw, problems),
    ...keyField("holderOfKeyKey", raw, problems),
  ];
}

/** What the form calls these fields. */
const fieldsInWords = {
  passwordFrom: "Who makes the password",
  requireNewPassword: "New password at the next sign-in",
  exemptFromPasswordExpiry: "Password expiration",
  x509: "x509 token authentication",
  x509Key: "x509 public key",
  saml: "SAML token authentication",
  samlIssuer: "SAML issuer",
  identityProviderKey: "x509 certificate of the SAML identity provider",
  holderOfKeyKey: "x509 certificate of the holder-of-key",
} as const satisfies Record<keyof RawSignOn, string>;

const labels: Readonly<Record<Field, string>> = {
  clientName: "Name of the API client",
  functionalAreas: "Functional areas",
  otherAreas: "More functional areas",
  tenant: "Tenant",
  userName: "User name of the new account",
  existingSystem: "Existing integration system",
  newSystem: "or the name of a new integration system",
  sessionTimeoutMinutes: "Session timeout in minutes",
  groupName: "Name of the new security group",
  Get: "Get",
  Put: "Put",
  View: "View",
  Modify: "Modify",
  otherDomains: "More domains",
  open: "Domains whose access the guide leaves open",
  reason: "Reason",
  ticket: "Link to the ticket",
  timestamp: "Go back to",
  businessProcesses: "Business processes to initiate by web service",
  ...segmentFieldsInWords,
  tell: "Who has to know the moment",
  ...fieldsInWords,
  ...groupFieldsInWords,
};

/** What a refusal is about: a field of the form, or something that no form asks for. */
export function isField(name: string): name is Field {
  return Object.hasOwn(labels, name);
}

/** A field as the form labels it. */
export function describeField(field: Field): string {
  return labels[field];
}

const passwords = {
  bot: { text: plain("The bot, straight into Key Vault", 75), value: "bot" },
  workday: { text: plain("Workday, at random: nobody ever knows it", 75), value: "workday" },
} as const satisfies Record<RawSignOn["passwordFrom"], types.PlainTextOption>;

function askPasswordFrom({ passwordFrom }: RawSignOn): Block {
  return {
    type: "input",
    block_id: "passwordFrom",
    label: plain(fieldsInWords.passwordFrom, 2000),
    hint: plain(
      "Where Workday makes it, no secret is stored and nobody can sign on with it. Good for a user that signs on with x509 or SAML only, and for an account that a rotation opens later.",
      2000,
    ),
    element: {
      type: "static_select",
      action_id: actions.input,
      options: [passwords.bot, passwords.workday],
      initial_option: passwords[passwordFrom],
    },
  };
}

const boxes = {
  requireNewPassword: {
    option: "Require a new password at the next sign-in",
    hint: "Careful: an integration cannot change a password, so the first sign-on of a service fails. The bot cannot try the sign-on either, and the request ends as unverified.",
  },
  exemptFromPasswordExpiry: {
    option: "Exempt the account from password expiration",
    hint: "In Maintain Password Rules, after the approval. It takes effect at once.",
  },
  x509: {
    option: "Enable x509 token authentication",
    hint: "Needs a public key that exists in the tenant. It is switched on after the approval.",
  },
  saml: {
    option: "Enable SAML token authentication",
    hint: "Needs the issuer and the identity provider's certificate. It is switched on after the approval.",
  },
} as const;

function box(field: keyof typeof boxes, raw: RawSignOn, problems: FieldProblems): Block[] {
  const { option, hint } = boxes[field];
  const choice: types.PlainTextOption = { text: plain(option, 75), value: "yes" };
  const element: types.Checkboxes = {
    type: "checkboxes",
    action_id: actions.input,
    options: [choice],
    ...(raw[field] ? { initial_options: [choice] } : {}),
  };
  const label = plain(fieldsInWords[field], 2000);
  return [
    {
      type: "input",
      block_id: field,
      optional: true,
      label,
      hint: plain(hint, 2000),
      element,
    },
    ...problemOf(field, problems),
  ];
}

function keyField(
  field: "x509Key" | "identityProviderKey" | "holderOfKeyKey",
  raw: RawSignOn,
  problems: FieldProblems,
): Block[] {
  const isHolder = field === "holderOfKeyKey";
  const hint = `Its Certificate ID, or its WID (32 digits).${isHolder ? " Only with SAML, and only where the vendor asks for it." : ""}`;
  const label = fieldsInWords[field];
  return textField(
    { field, label, hint, value: raw[field], isOptional: true, most: 300 },
    problems,
  );
}

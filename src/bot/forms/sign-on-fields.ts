import { plainSignOn, type RawSignOn } from "../../flows/model/sign-on.ts";
import type { RawDraft } from "../../flows/request/raw-draft.ts";
import type { Tenant } from "../../flows/tenant/tenant.ts";
import { checkboxField, problemOf, textField } from "../blocks/form-fields.ts";
import { textIn } from "../payloads/parse-payload.ts";
import { type FieldOf, type FormField, listFields } from "./field.ts";
import { passwordFrom } from "./password-from-field.ts";
import { isChecked } from "./read-inputs.ts";

export const requireNewPassword: FieldOf<RawSignOn, "requireNewPassword"> = {
  labels: { requireNewPassword: "New password at the next sign-in" },
  show: ({ raw }, problems) => [
    checkboxField({
      field: "requireNewPassword",
      label: requireNewPassword.labels.requireNewPassword,
      hint: "Careful: no integration can change it. Its sign-on fails; the request ends as unverified.",
      text: "Require a new password at the next sign-in",
      isChecked: raw.requireNewPassword,
    }),
    ...problemOf("requireNewPassword", problems),
  ],
  read: ({ inputs }) => ({ requireNewPassword: isChecked(inputs.get("requireNewPassword")) }),
};

export const exemptFromPasswordExpiry: FieldOf<RawSignOn, "exemptFromPasswordExpiry"> = {
  labels: { exemptFromPasswordExpiry: "Password expiration" },
  show: ({ raw }, problems) => [
    checkboxField({
      field: "exemptFromPasswordExpiry",
      label: exemptFromPasswordExpiry.labels.exemptFromPasswordExpiry,
      hint: "After the approval. It takes effect at once.",
      text: "Exempt the account from password expiration",
      isChecked: raw.exemptFromPasswordExpiry,
    }),
    ...problemOf("exemptFromPasswordExpiry", problems),
  ],
  read: ({ inputs }) => ({
    exemptFromPasswordExpiry: isChecked(inputs.get("exemptFromPasswordExpiry")),
  }),
};

export function keepExempt({
  exemptFromPasswordExpiry: kept,
}: Pick<RawSignOn, "exemptFromPasswordExpiry">): Pick<RawSignOn, "exemptFromPasswordExpiry"> {
  return { exemptFromPasswordExpiry: kept };
}

const x509: FieldOf<RawSignOn, "x509"> = {
  labels: { x509: "x509 token authentication" },
  show: ({ raw }, problems) => [
    checkboxField({
      field: "x509",
      label: x509.labels.x509,
      hint: "Needs a public key that exists in the tenant.",
      text: "Enable x509 token authentication",
      isChecked: raw.x509,
    }),
    ...problemOf("x509", problems),
  ],
  read: ({ inputs }) => ({ x509: isChecked(inputs.get("x509")) }),
};

export const x509Key: FieldOf<RawSignOn, "x509Key"> = {
  labels: { x509Key: "x509 public key" },
  show: ({ raw }, problems) =>
    textField(
      {
        field: "x509Key",
        label: x509Key.labels.x509Key,
        hint: "Its Certificate ID, or its WID (32 digits).",
        value: raw.x509Key,
        isOptional: true,
        most: 300,
      },
      problems,
    ),
  read: ({ inputs }) => ({ x509Key: textIn(inputs, "x509Key") }),
};

const saml: FieldOf<RawSignOn, "saml"> = {
  labels: { saml: "SAML token authentication" },
  show: ({ raw }, problems) => [
    checkboxField({
      field: "saml",
      label: saml.labels.saml,
      hint: "Needs the provider's issuer and certificate.",
      text: "Enable SAML token authentication",
      isChecked: raw.saml,
    }),
    ...problemOf("saml", problems),
  ],
  read: ({ inputs }) => ({ saml: isChecked(inputs.get("saml")) }),
};

export const samlIssuer: FieldOf<RawSignOn, "samlIssuer"> = {
  labels: { samlIssuer: "SAML issuer" },
  show: ({ raw }, problems) =>
    textField(
      {
        field: "samlIssuer",
        label: samlIssuer.labels.samlIssuer,
        hint: "The identifier of the identity provider.",
        value: raw.samlIssuer,
        isOptional: true,
        most: 300,
      },
      problems,
    ),
  read: ({ inputs }) => ({ samlIssuer: textIn(inputs, "samlIssuer") }),
};

export const identityProviderKey: FieldOf<RawSignOn, "identityProviderKey"> = {
  labels: { identityProviderKey: "x509 certificate of the SAML identity provider" },
  show: ({ raw }, problems) =>
    textField(
      {
        field: "identityProviderKey",
        label: identityProviderKey.labels.identityProviderKey,
        value: raw.identityProviderKey,
        isOptional: true,
        most: 300,
      },
      problems,
    ),
  read: ({ inputs }) => ({ identityProviderKey: textIn(inputs, "identityProviderKey") }),
};

export const holderOfKeyKey: FieldOf<RawSignOn, "holderOfKeyKey"> = {
  labels: { holderOfKeyKey: "x509 certificate of the holder-of-key" },
  show: ({ raw }, problems) =>
    textField(
      {
        field: "holderOfKeyKey",
        label: holderOfKeyKey.labels.holderOfKeyKey,
        hint: "Only with SAML, where the vendor asks for it.",
        value: raw.holderOfKeyKey,
        isOptional: true,
        most: 300,
      },
      problems,
    ),
  read: ({ inputs }) => ({ holderOfKeyKey: textIn(inputs, "holderOfKeyKey") }),
};

const settings = listFields(passwordFrom)
  .and(requireNewPassword)
  .and(exemptFromPasswordExpiry)
  .and(x509)
  .and(x509Key)
  .and(saml)
  .and(samlIssuer)
  .and(identityProviderKey)
  .and(holderOfKeyKey);

interface Known {
  readonly tenant: Pick<Tenant, "exemptFromPasswordExpiry">;
}

/** How the account signs on; as plain as the tenant has it where nothing was said. */
export const signOn: FormField<
  { readonly raw: Pick<RawDraft, "signOn"> } & Known,
  Pick<RawDraft, "signOn">,
  typeof settings.labels
> = {
  labels: settings.labels,
  show: ({ raw: { signOn: raw }, tenant: { exemptFromPasswordExpiry: isExempt } }, problems) =>
    settings.show(
      { raw: raw ?? { ...plainSignOn, exemptFromPasswordExpiry: isExempt === true } },
      problems,
    ),
  // Slack sends every field that a window has: without this one it has none of them.
  read: (entered) => (entered.inputs.has("passwordFrom") ? { signOn: settings.read(entered) } : {}),
};

import type { RawSettings } from "../../flows/model/raw-settings.ts";
import { describeKey } from "../../flows/model/settings-difference.ts";
import { type Block, type Modal, plainSection, section } from "../blocks/block.ts";
import { problemOf } from "../blocks/form-fields.ts";
import { code, escape } from "../blocks/mrkdwn.ts";
import { productionBanner } from "../blocks/production.ts";
import { modals } from "../payloads/action-ids.ts";
import { accountForm } from "./account-form.ts";
import { listFields } from "./field.ts";
import type { FormContent } from "./form-content.ts";
import { formPage, pageButtons } from "./pages.ts";
import { keepSessionTimeout, sessionTimeout } from "./session-timeout-field.ts";
import { tokensPart } from "./settings-fields.ts";
import { exemptFromPasswordExpiry, keepExempt } from "./sign-on-fields.ts";
import { keepUiSessions, uiSessions } from "./ui-sessions-field.ts";
import { keepWhy, why, whyBlock } from "./why-fields.ts";

const parts = [tokensPart] as const;

/** The fields of both pages, in the order of the windows. */
export const settingsFields = listFields(
  formPage({
    page: "first",
    fields: listFields(sessionTimeout).and(uiSessions).and(exemptFromPasswordExpiry).and(why),
    isIn: (inputs) => inputs.has(whyBlock),
    keep: (before: RawSettings) => ({
      ...keepSessionTimeout(before),
      ...keepUiSessions(before),
      ...keepExempt(before),
      ...keepWhy(before),
    }),
  }),
)
  .and(tokensPart)
  .and(pageButtons(parts));

/** The settings of an account as the tenant shows them, to change some of them. */
export function settingsForm(content: FormContent<RawSettings>): Modal {
  const { raw, problems = {} } = content;
  return accountForm(content, {
    callback: modals.settings,
    about: introduce(content),
    parts,
    show: (page) => [
      ...(page === "first" ? [] : [plainSection(describeTokens(raw))]),
      ...settingsFields.show({ ...content, page, isThere: true }, problems),
    ],
  });
}

function introduce({ tenant, raw, problems = {} }: FormContent<RawSettings>): Block[] {
  return [
    section(
      `*Tenant:* ${escape(tenant.label)}\n*Account:* ${code(raw.userName)}\nThese are its settings as the tenant shows them now. Change what should be different. The password stays as it is.`,
    ),
    plainSection(describeTokens(raw)),
    ...productionBanner(tenant),
    ...problemOf("userName", problems),
  ];
}

/** How it signs on besides: the fields for keys are empty, since a key that is there need not be typed again. */
function describeTokens({ shown: { tokens } }: RawSettings): string {
  if (tokens === undefined) return "x509 and SAML sign-on: Workday does not say.";
  const keys = tokens.flatMap(({ x509 }) => (x509 === undefined ? [] : [describeKey(x509.key)]));
  const issuers = tokens.flatMap(({ saml }) => saml?.issuer ?? []);
  return [
    `x509 sign-on: ${keys.join(", ") || "off"}`,
    `SAML sign-on: ${issuers.join(", ") || "off"}`,
  ].join("\n");
}

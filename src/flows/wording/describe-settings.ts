import { applyChange } from "../model/account-settings.ts";
import {
  comparedSettings,
  compareSettings,
  describeDifference,
  type SettingDifference,
} from "../model/settings-difference.ts";
import type { TitledList } from "../model/titled-list.ts";
import type { SettingsDraft } from "../request/draft.ts";

/** The settings before and after, how many stay, and what nobody has tried. */
export function listSettings(draft: SettingsDraft): readonly TitledList[] {
  const differences = [
    ...compareSettings(draft.shown, applyChange(draft.shown, draft.change)),
    ...compareSignOn(draft),
  ];
  const lines = differences.map(describeDifference);
  const unchanged = comparedSettings + comparedSignOn - differences.length;
  return [
    { title: `Settings before -> after (${lines.length}):`, lines },
    { title: `Unchanged: ${unchanged}. They are sent as the tenant shows them.`, lines: [] },
    ...listUntried(draft),
  ];
}

/** The exemption, and the place in the authentication policy. */
const comparedSignOn = 2;

function compareSignOn({
  exemptionChange,
  policyChange,
}: SettingsDraft): readonly SettingDifference[] {
  const isAdded = exemptionChange === "added";
  const { name = "the tenant's authentication policy" } = policyChange?.policy ?? {};
  return [
    ...(exemptionChange === undefined
      ? []
      : [
          {
            what: "Exempt from password expiration",
            before: isAdded ? "no" : "yes",
            after: isAdded ? "yes" : "no",
          },
        ]),
    ...(policyChange === undefined
      ? []
      : [
          {
            what: `Allowed in ${name}`,
            before: "as it is",
            after: policyChange.kind === "allow" ? "yes" : "no",
          },
        ]),
  ];
}

function listUntried({ change, doNotAllowUiSessions }: SettingsDraft): readonly TitledList[] {
  const { x509, requireNewPassword } = change;
  const texts = [
    ...(Object.keys(change).length > 0 ? [passwordStays] : []),
    ...(x509?.kind === "add" ? [keysStay] : []),
    ...(x509?.kind === "replace" ? [keyGoes] : []),
    ...(requireNewPassword === true ? [describeStop(doNotAllowUiSessions)] : []),
  ];
  return texts.map((title) => ({ title, lines: [] }));
}

const passwordStays =
  "Untried: no password is sent, and the account should keep the one that it has. If its integration does not sign on afterwards, a rotation issues another one.";

const keysStay =
  "Both keys are sent, so that the vendor can change over; ask once more to leave only the new one. Untried: where this tenant keeps one configuration an account, the key before stops at once, and the request says so and stops.";

const keyGoes =
  "The key before stops at once: its holder cannot sign on any more. To let the vendor change over first, add the new key instead.";

function describeStop(isClosed: boolean): string {
  const how = isClosed
    ? " No UI session is allowed in which anybody could change it."
    : " An integration cannot change it.";
  return `⚠️ A new password at the next sign-in can stop the integration: its sign-on is refused until the password is changed.${how}`;
}

import { existingGroupOf } from "../model/group-settings.ts";
import { accountOf, type Draft, type DraftKind, type RetireDraft } from "../request/draft.ts";

/** What takes effect by an approval of the whole plan, without any activation. */
export function describeAtOnce(draft: Draft): string {
  if (accountOf(draft)?.isAdopted !== true) return describeEffect(draft);
  return draft.kind === "rotate" ? resets : `${notMade} ${describeEffect(draft)}`.trimEnd();
}

function describeEffect(draft: Draft): string {
  return draft.kind === "retire" ? describeLeaving(draft) : (atOnce[draft.kind] ?? "");
}

function describeLeaving(draft: RetireDraft): string {
  const isShared = existingGroupOf(draft) !== undefined;
  if (draft.isOutsideGroup === true) return `${outside} ${isShared ? stays : revoked}`;
  return isShared ? leaves : `The account leaves its group at once. ${revoked}`;
}

const outside =
  "A report shows that the account is not in its group any more, so nothing takes it out.";

const stays = "The group stays as it is, and the account is closed at once.";

const revoked =
  "The revocation of the permissions is shown to an approver again before it is activated.";

const notMade = "The bot did not make this account.";

const resets = `${notMade} The password that it has is reset at once, and whatever uses that one cannot sign on.`;

const leaves = "The account leaves its group at once, and the group stays as it is.";

/** What takes effect without any activation. */
const atOnce: Partial<Readonly<Record<Exclude<DraftKind, "retire">, string>>> = {
  "api-client":
    "Whoever holds the client's id, its secret and the refresh token signs on as the account, as soon as it is registered.",
  "replace-token": "A new refresh token signs on as the account as soon as it is generated.",
  "disable-client": "Whatever uses the client cannot sign on any more.",
  rotate: "The password changes at once, and whatever still uses the old one cannot sign on.",
  "activate-group": "What the group is granted counts at once.",
  segment:
    "Marking learning content counts at once, for whichever groups open these segments already. What the account may do in them is shown to an approver again before it is activated.",
  rollback:
    "The roll back takes effect at once. What was activated after that timestamp is not deleted: it is pending again, and the next activation makes it live again.",
};

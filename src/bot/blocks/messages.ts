import type { Fault, Outside } from "../../flows/model/fault.ts";
import type { CommandKind } from "../../flows/request/click.ts";
import type { PageRefusal } from "../../flows/request/passkey.ts";
import type { Refusal } from "../../flows/request/refusal.ts";
import { truncate } from "../../flows/text/truncate.ts";
import { editRefusals } from "./edit-refusals.ts";
import { code } from "./mrkdwn.ts";
import { typeStatus } from "./typed-commands.ts";

const tenantGone =
  "Nothing was done: this tenant is not in the bot's configuration any more. Ask the bot's operators to put the tenant back, then do this again. Its requests rest until then, and nothing is lost.";

/** Every refusal in one sentence or two: what happened, and what the reader can do next. */
export const refusals: Record<Refusal, string> = {
  ...editRefusals,
  guest: "Guests of this workspace cannot use this bot. Ask a full member of your team to do it.",
  bot: "Bots cannot use this bot. A person has to do it.",
  deactivated: "This Slack account is deactivated, so it can decide nothing here.",
  foreign:
    "Only people of this workspace can use this bot. Ask your contact in this company to do it.",
  "not-a-requester":
    "You are not on the list of people who may ask for integration users. Ask the bot's operators to add you, or ask somebody who is on it.",
  "not-as-the-recipe":
    "Nothing was opened: you may ask for this recipe only as it is, and this asks for more. Take out what the recipe does not name, or ask somebody who may ask for everything in this tenant.",
  "not-a-doer":
    "You are not on the list of people who carry out Workday tasks for this tenant. Leave the buttons to somebody who is, or ask the bot's operators to add you.",
  "not-an-approver":
    "You are not on the approver list of this tenant, so nothing was decided. Leave it to somebody who is, or ask the bot's operators to add you.",
  "not-an-attester":
    "Only approvers and those who may ask for requests in this tenant can attest. Nothing was recorded.",
  "not-the-requester":
    "Only the person who asked can edit or withdraw a request. Nothing was changed. An approver can deny it instead.",
  "not-involved":
    "Only the requester, the doers and the approvers of this tenant can do this. Nothing was changed.",
  "own-request":
    "You cannot decide your own request. Leave it to another approver, or withdraw it.",
  "did-a-step":
    "You cannot approve this request: you carried out a step of it in Workday, answered a question for its requester, or had to do with the request that it takes over from. Leave it to another approver. You can still deny it.",
  "has-a-hand":
    "Nothing was approved: you asked for something that goes live with this card, changed it or carried out a step of it; or somebody did for whom you decide, or who decides for you. Leave it to another approver. You can still deny it.",
  "approved-it":
    "You approved this request, so another doer has to carry it out. If it is done in Workday already, ask another doer to check it there and to press Done.",
  "asked-for-it":
    "You asked for what this activation makes live, so another doer has to activate it. If it is done in Workday already, ask another doer to check it there and to press Done. If there is no other doer, the bot's operators can set `requestersMayActivate: true` for this tenant.",
  "no-passkey":
    "Nothing was decided: you have no confirmed passkey, and this tenant asks for one. Type `/workday-isu passkey` to register one.",
  "passkey-waits":
    "Nothing was decided: your passkey waits for confirmation. Ask another approver to press Confirm below its message in the channel, then press Approve again.",
  "passkey-needed":
    "Nothing is approved yet: this tenant asks for your passkey too. Press Approve again for a new link.",
  "already-settled":
    "This request is decided already, so your click changed nothing. Its message in the channel shows where it stands.",
  "too-late":
    "The time to decide this request is over, so your click changed nothing. Its message in the channel shows what happens now.",
  "too-late-to-deny":
    "Too late to deny: this request is approved and under way. Its message in the channel shows where it stands. Ask its requester to withdraw it, if they still can.",
  "one-of-a-release":
    "You cannot deny a release as a whole, or ask about it. Press the button on the message of the request that you mean: the others are then asked for without it.",
  "outdated-card":
    "This card shows an older state, so your click changed nothing. Look at the request's current message and decide there.",
  "sent-back":
    "Nothing was decided: this request was sent back to its requester with a question. Once it is answered its card comes back, and you can approve it then.",
  "enough-questions":
    "This card was sent back three times already, so your question was not sent. Approve it, deny it with what is missing as the reason, or ask its requester in the thread.",
  "nothing-to-answer":
    "This question is answered already, or nobody waits for the answer any more, so nothing was recorded. The request's message shows where it stands.",
  "approved-already":
    "You approved this one already. It waits for another approver: each of them has to be another person.",
  "wrong-tenant-name":
    "This is a production tenant, and its name was not typed as it is written, so nothing was done. Press the button again, and type the name that the window shows.",
  "too-many-open":
    "Nothing was opened: you have as many open requests in this tenant as one person may have. Withdraw one, or wait until one is over. Then press Open request again.",
  "mixed-names":
    "Nothing was opened: a name mixes alphabets and may look like another name. Check the names, then confirm in the plan that they are spelt as you mean them.",
  "not-waiting-for-that":
    "The request is not waiting for this task any more, so your click changed nothing. Its message shows what it waits for.",
  "not-shown":
    "Workday does not show that it is done. The request's message says what was seen instead. Do what is missing, then press Try again there.",
  "not-started":
    "Press Start first: the bot looks then whether what was approved is still what would happen. A Start counts for fifteen minutes. If you have activated already, press Start, then Done.",
  "started-already":
    "Somebody pressed Start already: the request's message says who, and until when it counts.",
  "do-not-activate":
    "Do not activate: what would happen is not what was approved any more, or it may not happen now. The request's message shows what it waits for.",
  "still-pending":
    "Workday still lists the changes of this request as pending. Activate them in Workday first, then press Done again.",
  "values-needed":
    "This task is done when what Workday's page shows is stored. Press Enter the values, or use the commands in the message.",
  "nothing-stuck":
    "The request is not stuck any more, so there is nothing to try again. Its message shows where it stands.",
  "nothing-to-look-at":
    "Only a request that was carried out is looked at again. Its message shows where this one stands.",
  "looked-just-now":
    "The bot looked less than a minute ago, so it did not look again. The request's message shows what it saw.",
  "looked-at-by-another":
    "Nothing was looked at: a later request changed this account. Look at that one: `/workday-isu status` with the account's name finds it.",
  "nothing-to-attest":
    "Nothing was recorded: what you chose was looked at again meanwhile. The request's message shows what nobody can see now.",
  "attested-already": "You attested this already, so nothing was recorded twice.",
  "own-work":
    "You asked for this or carried out a step of it, so a second person has to attest it. Nothing was recorded.",
  "changed-since":
    "Nothing was cleaned up: a later request uses this account or its security group, and cleaning up would undo its work. Remove what this one has left, as its list shows, in Workday by hand.",
  "nothing-left":
    "Nothing of this request is left behind any more, so there is nothing to clean up.",
  "activating-already":
    "The changes are being activated right now, so it is too late to withdraw. Wait until the request is done.",
  "no-such-request": `There is no such request, or it is none of yours. ${typeStatus()} lists those that you can see.`,
  "cannot-tell-who-you-are":
    "Slack did not say who you are and what you may do, so nothing was done. Try again in a minute; if it stays so, tell the bot's operators.",
  "given-up":
    "Nothing was changed: the bot failed at your click each time that it tried. Tell the bot's operators, then click again.",
  "tenant-gone": tenantGone,
};

/** What counted, and what comes next; of an approval that depends on the request. */
export const accepted: Record<CommandKind, string> = {
  open: "Your request is open. Its message in the channel is always current, and you get a private message when something needs you or when it is done. Nothing is activated before an approver has agreed.",
  edit: "Your request is edited, and has to be approved again. Its message and thread show what is different.",
  approve: "Your approval counts. The request's message shows how it goes.",
  deny: "The request is denied, and the requester is told why. What it changed so far is cleaned up now; the request's message lists what is left.",
  postpone:
    "Nothing is decided, and everything goes on waiting. The card says when the approvers are called again; the deadline stays as it was.",
  "send-back":
    "Your question is sent to the requester, and nobody can approve the request before it is answered. The approvers are called again then; the time to decide stands still.",
  answer:
    "Your answer is on the card, and the approvers are called again. They have as much time left as they had before.",
  withdraw:
    "The request is withdrawn. What it changed so far is cleaned up now; the request's message lists what is left.",
  start:
    "What was approved counts still, as far as the bot sees. Activate now, and press Done within fifteen minutes.",
  "report-done": "Thank you. The bot goes on with the next step.",
  "report-refused":
    "Thank you, that is noted. The request stands still until somebody presses Try again or the requester withdraws it.",
  retry: "The bot tries again. The request's message shows the outcome.",
  "look-again":
    "The bot looked at Workday again, and changed nothing. The request's message shows what it saw.",
  attest:
    "Recorded, with your name. The request stays unverified: only what the bot sees itself counts as seen.",
  "clean-up-again":
    "The bot cleans up again and looks at what is left. The request's message shows the outcome.",
};

/** Why something with a passkey does not go on. The pages say the same. */
export const pageRefusals: Record<PageRefusal, string> = {
  "no-such-link":
    "The bot does not know this link. Open the newest one that it sent you in Slack, whole.",
  "link-used": "This link was used already: each works once. In Slack, ask for a new one.",
  "link-expired": "This link is older than ten minutes. In Slack, ask for a new one.",
  "no-tries-left": "This link was tried too often. In Slack, ask for a new one.",
  "not-proven":
    "That was not proven by your passkey, so nothing was done. Try again with the passkey that you registered here, and unlock it.",
  "wrong-code":
    "This code is not yours, is used, or is too old: a code is good for an hour and five tries. Check it, or ask an operator for a new one.",
  "wrong-page-code":
    "Nothing was stored: that is not the code that came with this link in Slack. Check it, and try again.",
  "not-awaited":
    "The request does not wait for these values any more: they are stored already, or it was withdrawn or ran out. Nothing more was stored. Its message in Slack shows where it stands.",
  "being-entered":
    "Values for this request are being stored at this very moment, from another page, so nothing of this one was. Look at the request's message in Slack in a moment; if it still waits for them, try again.",
  "known-passkey":
    "Nothing was registered: your code or link was used meanwhile, or this passkey is registered already. Ask an operator for a new code.",
  "not-waiting":
    "This passkey does not wait for a confirmation any more: it was confirmed, refused, replaced or removed, or a day is over. Whoever it belongs to can register it again.",
  "own-passkey": "This is your own passkey: another approver has to confirm it.",
  "no-passkey":
    "You need a confirmed passkey of your own for this. Type `/workday-isu passkey` in Slack to register one.",
  "no-page":
    "The bot has no pages of its own any more, so it has no link for you. What a task's page in Workday shows is stored with commands instead: the request's message shows them in a minute. A passkey needs the page: ask the bot's operators to put `web` back into the configuration.",
  "tenant-gone": tenantGone,
};

/** What to do about each kind of fault. */
const advice: Record<Fault["kind"], string> = {
  rejected: "Correct what it says, then try again.",
  denied: "Ask the bot's operators to give it what it lacks, then try again.",
  unreachable: "Nothing was changed there. Try again in a few minutes.",
  unknown: "It may have had its effect all the same: look before you try again.",
  unreadable: "Ask the bot's operators to look at its log.",
};

/** Plain words, safe to show: a fault's own words never quote what a service answered. */
export function describeFault({ kind, outside, words }: Fault): string {
  return `${where[outside]}: ${words} ${advice[kind]}`;
}

const where: Record<Outside, string> = {
  Workday: "Workday",
  "Workday reports": "The Workday reports",
  "Key Vault": "Key Vault",
  runner: "The runner",
  Slack: "Slack",
};

export const messages = {
  sharedChannel:
    "This channel is shared with another company, so the bot tells nothing here. Use `/workday-isu` in a channel of this workspace, or in the bot's own messages.",
  unseenChannel:
    "The bot cannot see whether this conversation is shared with another company, so it answers nothing here. Use `/workday-isu` in the tenant's channel, in the bot's own messages, or invite the bot first.",
  pressAgain: "Nothing was decided. Press again.",
  draftKept:
    "Nothing was changed, and what you typed is kept. Close this, and begin anew where there is no button.",
  windowBroke:
    "Nothing was changed: something went wrong inside the bot. Try once more. If it happens again, give the bot's operators the id from your private message.",
  noDraft:
    "The bot does not know this form any more. Nothing was changed. Close it, and type its command again.",
  notYours: "Somebody else filled in this form, so you cannot go on with it.",
  notYourRecipe:
    "You may not ask for this recipe in this tenant. Choose another one, or ask somebody who may.",
  noTenant:
    "This tenant is not in the bot's configuration any more. Nothing was changed. Close this, and type the command again for another tenant.",
  stillLoading: "The list was still loading. Open it once more, and choose.",
  cutDomain:
    "A name in this list was too long for it. Take it out, and type the whole name under “More domains”.",
  cutProcess:
    "A business process in the list was too long for it. Take it out there, and type the whole of it here.",
  nothingChangedYet: "Nothing has been changed yet.",
  unknownButton: `The bot does not know this button any more: the message is from an older version. ${typeStatus()} shows your requests as they are now.`,
  unknownInput: "The bot does not know this form any more. Type `/workday-isu help`.",
  needsTenantName:
    "That is not this tenant's name. Type it letter for letter, as it stands above; nothing was done yet.",
  needsReason: "Type a reason: other people read it.",
} as const;

/** @param typed the command, with what stood behind it */
export function describeTypeAgain(typed: string): string {
  const command = code(truncate(`/workday-isu ${typed}`.trimEnd(), 200));
  return `Nothing was changed. Type ${command} again.`;
}

/**
 * Why a window did not open, or has nothing in it: time that is over, a limit, a token and an outage are each another
 * matter, and each asks for something else.
 *
 * @param then what of it all holds, and how to ask once more
 */
export function describeNoWindow(fault: Fault & { readonly code: string }, then: string): string {
  return `${whyNoWindow(fault)} ${then}`;
}

function whyNoWindow({ kind, words, code: slackCode }: Fault & { readonly code: string }): string {
  if (lateCodes.has(slackCode)) return "Slack did not let the window open in time.";
  if (slackCode === "ratelimited") {
    return "Slack limits how fast the bot may show windows, and this one had to wait too long. Wait a minute first.";
  }
  switch (kind) {
    case "denied":
      return `${words} Only the bot's operators can correct that: tell them first.`;
    case "unreachable":
    case "unknown":
      return `${words} Wait a minute first.`;
    case "rejected":
    case "unreadable":
      return `${words} If it stays so, tell the bot's operators.`;
  }
}

const lateCodes: ReadonlySet<string> = new Set([
  "expired_trigger_id",
  "trigger_expired",
  "exchanged_trigger_id",
]);

export function describeIncident(id: string): string {
  return `Something went wrong inside the bot, and what you did may not have counted. Look with ${typeStatus()}, then try again. If it happens again, give the bot's operators the id ${id}.`;
}

import type { Draft } from "../../flows/draft.ts";
import type { RequestId } from "../../flows/ids.ts";
import { planCreate } from "../../flows/plan.ts";
import type { Tenant } from "../../flows/tenant.ts";
import { actions, modals } from "../action-ids.ts";
import { write } from "../button-value.ts";
import { escape } from "../escape.ts";
import { type Block, buttons, divider, type Modal, plain, plainSection, section } from "./block.ts";
import { showPermissions } from "./permissions.ts";
import { sayHand, sayStep } from "./steps.ts";
import { sentences } from "./words.ts";

/** Most characters of one access's list; the request's thread has the whole of it. */
const listLimit = 2500;

export interface PlanContent {
  readonly id: RequestId;
  readonly draft: Draft;
  readonly tenant: Tenant;
  /** What failed when it was confirmed before, in plain words. */
  readonly banner?: string;
}

/** Every step in its order and whose hand does it, before anything changes. */
export function plan({ id, draft, tenant, banner }: PlanContent): Modal {
  return {
    type: "modal",
    callback_id: modals.plan,
    private_metadata: write({ request: id }),
    title: plain("Check the plan", 24),
    submit: plain("Open request", 24),
    close: plain("Cancel", 24),
    blocks: [
      ...(banner === undefined ? [] : [plainSection(banner)]),
      section(`*${sentences.nothingChangedYet}* Open the request, and this happens in this order:`),
      ...warnOfProduction(tenant),
      ...listSteps({ id, draft, tenant }),
      plainSection(
        "The password: the bot generates it after the approval, and stores it in Key Vault. No person sees it, and Slack never holds it.",
      ),
      buttons([
        { id: actions.changeDraft, text: "Change something", value: write({ request: id }) },
      ]),
      divider,
      ...showDraft(draft),
    ],
  };
}

function warnOfProduction({ production, label }: Tenant): Block[] {
  if (!production) return [];
  return [section(`*PRODUCTION: ${escape(label)}.* The account will reach real people's data.`)];
}

function listSteps({ id, draft, tenant }: PlanContent): Block[] {
  return planCreate(draft, tenant, id).map((step, index) =>
    plainSection(`${index + 1}. ${sayStep(step.name, draft)}\nBy: ${sayHand(step)}`),
  );
}

function showDraft(draft: Draft): Block[] {
  const { userName, system, groupName, sessionTimeoutMinutes: minutes } = draft;
  const systemWords =
    system.kind === "new" ? `${system.name} (new)` : `${system.name} (${system.id})`;
  const lines = [
    `Account: ${userName}`,
    `Integration system: ${systemWords}`,
    `Session timeout: ${minutes === undefined ? "the tenant's default (left out)" : `${minutes} minutes`}`,
    `UI sessions: ${draft.doNotAllowUiSessions ? "not allowed" : "allowed"}`,
    `Security group: ${groupName}`,
    ...(draft.ticket === undefined ? [] : [`Ticket: ${draft.ticket}`]),
  ];
  return [
    plainSection(lines.join("\n")),
    ...showPermissions(draft.permissions, listLimit, "all of them stand in the request's thread"),
    plainSection(`Reason: ${draft.reason}`),
  ];
}

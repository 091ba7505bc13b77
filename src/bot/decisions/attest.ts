import type { App } from "@slack/bolt";
import { refusals } from "../blocks/messages.ts";
import { attestBlock, attestForm, readAttested } from "../forms/attest-form.ts";
import { actions, modals } from "../payloads/action-ids.ts";
import { parseVerdictMetadata } from "../payloads/metadata.ts";
import { chosenIn, parsePress, parseSubmission } from "../payloads/parse-payload.ts";
import { deciding } from "../request-views/checking.ts";
import type { BotParts } from "../slack/deps.ts";
import { recordClick } from "./decide.ts";
import { askReason, tellPresser } from "./reasons.ts";

/** Somebody says of what no eye sees that they looked, and found it as asked: which of it is asked first. */
export function registerAttestations(app: App, parts: BotParts): void {
  app.action(actions.attest, async ({ ack, body, action }) => {
    await ack();
    const press = parsePress(body, action);
    const { request: id } = parseVerdictMetadata(press.value);
    const request = await parts.deps.store.find(id);
    const view = request && attestForm(request);
    return view === undefined
      ? tellPresser(parts, press, refusals["nothing-to-attest"])
      : askReason(parts, press, { request: id, kind: "attest", view });
  });
  app.view(modals.attest, async ({ ack, body }) => {
    const { id, by, viewId, metadata, inputs } = parseSubmission(body);
    const verdict = parseVerdictMetadata(metadata);
    const request = await parts.deps.store.find(verdict.request);
    const facts = readAttested(request, verdict, chosenIn(inputs, attestBlock));
    const command = { kind: "attest", facts } as const;
    const answerTo = { kind: "view", viewId } as const;
    await recordClick(parts, { id, by, request: verdict.request, command, answerTo });
    return ack({ response_action: "update", view: deciding(verdict.request) });
  });
}

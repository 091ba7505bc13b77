import { describe, expect, it } from "vitest";
import type { PublisherParts } from "../../../src/bot/publisher/parts.ts";
import { planMessages, planRequest } from "../../../src/bot/publisher/plans.ts";
import { later } from "../../../src/flows/model/ids.ts";
import type { Behind, Display } from "../../../src/flows/ports/outbox.ts";
import type { Event } from "../../../src/flows/request/event.ts";
import { anOpening, recorded, requestId, start } from "../../support/data/a-request.ts";
import { aTenant, hourMs } from "../../support/data/a-tenant.ts";
import { asked } from "../../support/data/events.ts";
import { ann } from "../../support/data/people.ts";
import { nothingShown } from "../../support/fakes/fake-outbox.ts";
import { aPublisher, place } from "./a-publisher.ts";

const tenant = aTenant();
const behind: Behind = {
  request: requestId,
  tenant: tenant.name,
  since: start,
  round: 0,
  isWorking: false,
};

/** What is kept of one request, which may be another by the next look. */
interface Kept {
  display: Display | undefined;
  events: readonly Event[];
}

function aPlace(kept: Kept, tenants = [tenant]) {
  const scene = aPublisher({}, { tenants, now: () => later(start, hourMs) });
  const parts: PublisherParts = {
    ...scene.parts,
    ledger: { ...scene.parts.ledger, begin: async () => true, conclude: async () => true },
    outbox: { ...scene.outbox, findDisplay: async () => kept.display },
    store: { readStory: async () => recorded(kept.events) },
  };
  return { ...scene, parts };
}

const around = { isOpen: () => true, waiting: 1 };

describe("what is planned for a request", () => {
  const waiting = { display: nothingShown, events: [anOpening(), asked] };
  const shown = { ...nothingShown, place, shownVersion: 9, throughSeq: 9, toldSeq: 9 };

  it("is done as the request is by then", async () => {
    const { parts, slack } = aPlace(waiting);
    const [job] = await planRequest(parts, behind, around);

    expect(await job?.run()).toMatchObject({ kind: "made" });
    expect(slack.calls).toEqual(["chat.postMessage"]);
  });

  it.each<[why: string, change: Partial<Kept>]>([
    ["the request is not there any more", { events: [] }],
    ["nothing is known of what Slack shows", { display: undefined }],
    ["Slack has everything by then", { display: shown }],
  ])("is let be where %s", async (_why, change) => {
    const kept: Kept = { ...waiting };
    const { parts, slack } = aPlace(kept);
    const [job] = await planRequest(parts, behind, around);
    Object.assign(kept, change);

    expect(await job?.run()).toEqual({ kind: "made" });
    expect(slack.calls).toEqual([]);
  });

  it("is nothing where its tenant is not configured any more", async () => {
    expect(await planRequest(aPlace(waiting, []).parts, behind, around)).toEqual([]);
  });
});

describe("what is planned of notices and private messages", () => {
  const notice = {
    key: "n",
    tenant: tenant.name,
    madeAt: start,
    matter: { kind: "refreshed", missing: 3, of: 4 },
    isBegun: false,
  } as const;

  async function plan(tenants = [tenant], isOpen = true): Promise<readonly string[]> {
    const { parts, outbox } = aPublisher({}, { tenants });
    const listed = {
      ...outbox,
      listNotices: async () => [notice],
      listDirect: async () => [{ key: "d", person: ann, words: "Done." }],
    };
    const jobs = await planMessages(
      { ...parts, outbox: listed },
      () => isOpen,
      () => undefined,
    );
    return jobs.map(({ key }) => key);
  }

  it("is all of them, and no notice of a tenant that is not configured or whose channel is closed", async () => {
    expect(await plan()).toEqual(["notice n", "direct d"]);
    expect(await plan([])).toEqual(["direct d"]);
    expect(await plan([tenant], false)).toEqual(["direct d"]);
  });
});

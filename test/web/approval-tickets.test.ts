import { expect, it } from "vitest";
import { brand } from "../../src/brand.ts";
import { toReleaseDraft } from "../../src/flows/kinds/activate.ts";
import type { Draft } from "../../src/flows/request/draft.ts";
import type { OtherRequest } from "../../src/flows/request/other-request.ts";
import { viewApproval } from "../../src/web/approval-view.ts";
import { type View } from "../../src/web/view.ts";
import { holding } from "../bot/support/like.ts";
import { tellIn } from "../bot/support/shown-requests.ts";
import { aDraft } from "../support/data/a-draft.ts";
import { anAsking, anOtherRequest } from "../support/data/a-request.ts";
import { aTenant } from "../support/data/a-tenant.ts";

const ticket = "https://tickets.acme.example/SEC-12";
const url = "https://tickets.acme.example/{ticket}";
const tenant = aTenant({ tickets: { pattern: "SEC-.*", example: "SEC-1", url } });

function viewOf(draft: Draft, others: readonly OtherRequest[]): View {
  const { request } = tellIn(tenant, draft, anAsking({ others }));
  if (request.phase.kind !== "waiting-for-approval") throw new Error("No approval is asked for");
  return viewApproval({ request, wait: request.phase }, tenant, () => "Ann");
}

it("leads to the ticket, called by its number", () => {
  const { facts } = viewOf(aDraft({ ticket }), []);

  expect(facts).toContainEqual({ label: "Ticket", value: "SEC-12", address: ticket });
});

it("leads to the tickets of all that goes live together", () => {
  const member = { about: "New integration user ISU_Viva", unseen: [] };
  const others = [
    anOtherRequest({ id: brand("ISU-ONE"), member: { ...member, ticket } }),
    anOtherRequest({ id: brand("ISU-TWO"), member }),
  ];

  const { lists } = viewOf(toReleaseDraft(tenant.name, others), others);

  expect(lists).toContainEqual(
    holding({ links: [{ text: "SEC-12", address: ticket }, undefined] }),
  );
});

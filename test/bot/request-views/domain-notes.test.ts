import { expect, it } from "vitest";
import { requestMessage } from "../../../src/bot/request-views/message.ts";
import { aDraft } from "../../support/data/a-draft.ts";
import { anAsking, foreignChange } from "../../support/data/a-request.ts";
import { aTenant } from "../../support/data/a-tenant.ts";
import { tell } from "../support/shown-requests.ts";

const tenant = aTenant({
  refusedDomains: ["Security Administration"],
  sensitiveDomains: ["Security Configuration"],
});

it("marks on the approval card what administers security, others' changes included", () => {
  const draft = aDraft({
    permissions: { Get: ["security configuration"], Put: ["Payroll"], View: [], Modify: [] },
  });
  const policy = "Security Administration";
  const seen = anAsking({ pending: { kind: "seen", changes: [{ ...foreignChange, policy }] } });
  const blind = anAsking({ pending: { kind: "cannot-see" } });

  const [withOthers, asked] = [seen, blind].map((phase) =>
    JSON.stringify(requestMessage({ ...tell(draft, phase), tenant })),
  );

  expect(withOthers).toMatch(/Security Administration[^"]*\(administers security\)/);
  expect(asked).toContain("Get: security configuration (administers security)");
  expect(asked).toMatch(/Put: Payroll(\\n|")/);
});

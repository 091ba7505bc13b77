import { instant } from "../../../src/flows/model/ids.ts";
import type { Verification } from "../../../src/flows/model/verification.ts";
import { start } from "../../support/data/a-request.ts";
import { dan } from "../../support/data/people.ts";

const lookAt = "Look at it in Workday.";

/** One of each: seen, different, not seen, and taken on trust. */
export const verification: Verification = {
  outcome: "different",
  items: [
    { kind: "unseen", words: "The group ISSG_Viva and its members: not seen." },
    { kind: "missing", words: "Get on Manage: Learning Content is not there." },
    { kind: "too-much", words: "lmcneil is in the group ISSG_Viva as well." },
    { kind: "other", words: "The account is open to UI sessions." },
  ],
  facts: [
    { fact: "account", what: "The account ISU_Viva", seen: "as-asked", eye: "web-service" },
    { fact: "sign-on", what: "Signing on as ISU_Viva", seen: "as-asked", eye: "sign-on" },
    { fact: "ui-sessions", what: "UI sessions", seen: "different", eye: "web-service", lookAt },
    { fact: "group", what: "The group <ISSG_Viva> and its members", seen: "unseen", lookAt },
  ],
  at: instant(start + 7_200_000),
  onTrust: [{ what: "the security group", by: dan }],
};

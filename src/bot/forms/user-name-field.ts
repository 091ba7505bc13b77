import type { RawDraft } from "../../flows/request/raw-draft.ts";
import type { Tenant } from "../../flows/tenant/tenant.ts";
import { textField } from "../blocks/form-fields.ts";
import { textIn } from "../payloads/parse-payload.ts";
import type { FieldOf } from "./field.ts";

interface Known {
  readonly tenant: Pick<Tenant, "userNameRule">;
}

const label = "User name of the new account";

export const userName: FieldOf<RawDraft, "userName", "userName", Known> = {
  labels: { userName: label },
  show: ({ raw, tenant }, problems) =>
    textField(
      {
        field: "userName",
        label,
        ...(tenant.userNameRule && { hint: tenant.userNameRule.words }),
        value: raw.userName,
        most: 200,
      },
      problems,
    ),
  read: ({ inputs }) => ({ userName: textIn(inputs, "userName") }),
};

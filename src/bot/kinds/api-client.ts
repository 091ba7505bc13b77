import type { RawClient } from "../../flows/request/raw-draft.ts";
import { clientForm } from "../forms/client-form.ts";
import type { KindInSlack } from "./kind.ts";

export const apiClient: KindInSlack<RawClient> = {
  form: ({ tenant, ...content }) => clientForm({ ...content, tenants: [tenant] }),
};

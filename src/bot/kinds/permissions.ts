import type { RawPermissions } from "../../flows/request/draft.ts";
import { permissionsForm } from "../forms/permissions-form.ts";
import type { KindInSlack } from "./kind.ts";

export const permissions: KindInSlack<RawPermissions> = { form: permissionsForm };

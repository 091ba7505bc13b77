import type { RawDraft } from "../../flows/request/draft.ts";
import { form } from "../forms/form.ts";
import type { KindInSlack } from "./kind.ts";

export const create: KindInSlack<RawDraft> = { form: form };

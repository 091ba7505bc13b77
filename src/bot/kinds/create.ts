import { toRawDraft } from "../../flows/intake/to-raw-draft.ts";
import type { CreateDraft } from "../../flows/request/draft.ts";
import type { RawDraft } from "../../flows/request/raw-draft.ts";
import { form } from "../forms/form.ts";
import type { KindInSlack } from "./kind.ts";

export const create: KindInSlack<RawDraft, CreateDraft> = { form, toRawAgain: toRawDraft };

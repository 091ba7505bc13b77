import { z } from "zod";
import type { Outside } from "../../flows/model/fault.ts";

/** What stands outside, as it is kept. */
export const StoredOutside = z.enum([
  "Workday",
  "Workday reports",
  "Key Vault",
  "runner",
  "Slack",
]) satisfies z.ZodType<Outside>;

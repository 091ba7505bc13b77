import { z } from "zod";
import { isPattern } from "../pattern.ts";

/** A regular expression that somebody set, and people's texts are held against. */
export const Pattern = z.string().max(500).refine(isPattern, {
  error: "a regular expression without lookaround or back reference",
  abort: true,
});

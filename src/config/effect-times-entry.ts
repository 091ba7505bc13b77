import { z } from "zod";
import { weekdays } from "../flows/tenant/change-window.ts";

const ClockTime = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'a time, such as "22:00" (in quotes)' });

const Moment = z.iso.datetime({
  offset: true,
  error: 'a moment with its offset, such as "2026-12-18T18:00:00+01:00" (in quotes)',
});

export const ChangeWindowEntry = z.strictObject({
  days: z.array(z.enum(weekdays)).min(1).describe("On which the window opens."),
  from: ClockTime.describe("By the clock on the wall there."),
  until: ClockTime.describe(
    "Not later than `from`: of the next day. The same time is a whole day.",
  ),
  timeZone: z
    .string()
    .refine(isTimeZone, "an IANA time zone, such as Europe/Zurich")
    .describe("An IANA time zone, such as Europe/Zurich."),
});

export const FreezeEntry = z
  .strictObject({
    from: Moment.describe("Its first moment, with the offset from UTC."),
    until: Moment.describe("The first moment after it."),
    why: z.string().trim().min(1).max(200).describe("What people read who have to wait for it."),
  })
  .refine(({ from, until }) => Date.parse(from) < Date.parse(until), {
    error: "a freeze that ends after it begins",
    path: ["until"],
  });

/** `Intl` takes offsets too, such as `+01:00`: those know no summer time, and are hardly ever meant. */
function isTimeZone(name: string): boolean {
  try {
    return (
      new Intl.DateTimeFormat("en-US", { timeZone: name }) instanceof Intl.DateTimeFormat &&
      !/^[+-]/.test(name)
    );
  } catch {
    return false;
  }
}

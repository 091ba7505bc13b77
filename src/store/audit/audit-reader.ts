import { z } from "zod";
import type { AuditLine, AuditReader } from "../../flows/ports/audit.ts";
import { StoredEvent } from "../stored/stored-event.ts";
import { StoredCount, StoredInstant, StoredPersonId } from "../stored/stored-names.ts";
import { createAuditTrail, type TrailOptions } from "./audit-trail.ts";

const StoredLine = z.object({
  at: StoredCount.pipe(StoredInstant),
  by: z.union([z.literal("bot"), StoredPersonId]),
  body: StoredEvent,
});

const Numbered = z.object({ seq: StoredCount });

/** Reads the audit trail for people. A row that the bot never wrote so is an entry without content. */
export function createAuditReader(options: TrailOptions): AuditReader {
  const { verify } = createAuditTrail(options);
  return {
    read: async (request) => {
      const rows = await options.db
        .selectFrom("audit")
        .select(["seq", "at", "by", "body"])
        .where("request", "=", request)
        .orderBy("seq")
        .execute();
      return rows.map(toLine);
    },
    verify: () => verify(),
  };
}

function toLine(row: unknown): AuditLine {
  const { seq } = Numbered.parse(row);
  const line = StoredLine.safeParse(row);
  if (!line.success) return { seq };
  const { at, by, body } = line.data;
  return { seq, entry: { at, by, event: body } };
}

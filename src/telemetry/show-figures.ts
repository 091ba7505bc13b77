import type { Backlog, Figures } from "../flows/ports/figures.ts";
import type { Instruments } from "./instruments.ts";

/** Sets the gauges of where everything stands. What cannot be read is left out of the answer, never shown as old. */
export function showFigures(
  instruments: Instruments,
  figures: Figures | undefined,
  backlog: Backlog | undefined,
): void {
  forget(instruments);
  instruments.figuresReadable.set(figures === undefined ? 0 : 1);
  if (figures !== undefined) showCounts(instruments, figures);
  if (figures !== undefined) showTallies(instruments, figures.tallies);
  if (backlog !== undefined) {
    instruments.publisherWaiting.set(backlog.waiting);
    instruments.publisherOldest.set(backlog.oldestMs / 1000);
    instruments.publisherAside.set(backlog.aside);
  }
}

function forget(all: Instruments): void {
  const labelled = [all.requests, all.oldestWait, all.passwords, all.tallyAge];
  for (const gauge of [...labelled, ...Object.values(all.tallied)]) gauge.reset();
  const publisher = [all.publisherWaiting, all.publisherOldest, all.publisherAside];
  const plain = [...publisher, all.auditSequence, all.auditAge];
  // Reset, they would be 0, which says something.
  for (const gauge of plain) gauge.remove();
}

function showCounts(all: Instruments, { requests, leftBehind, waits, audit }: Figures): void {
  for (const { tenant, kind, state, count } of requests) {
    all.requests.inc({ tenant, kind, state }, count);
  }
  for (const { tenant, count } of leftBehind) all.tallied.leftBehind.set({ tenant }, count);
  for (const { tenant, for: whom, oldestMs } of waits) {
    all.oldestWait.set({ tenant, waiting_for: whom }, oldestMs / 1000);
  }
  all.auditSequence.set(audit.seq);
  if (audit.ageMs !== undefined) all.auditAge.set(audit.ageMs / 1000);
}

function showTallies(all: Instruments, tallies: Figures["tallies"]): void {
  for (const { name, tenant, count, ageMs } of tallies) {
    if (name === "drifted") all.tallied.drifted.set({ tenant }, count);
    if (name === "password-overdue") all.passwords.set({ tenant, due: "overdue" }, count);
    if (name === "password-due") all.passwords.set({ tenant, due: "soon" }, count);
    const look = name === "drifted" ? "drift" : "rotation";
    all.tallyAge.set({ tenant, look }, ageMs / 1000);
  }
}

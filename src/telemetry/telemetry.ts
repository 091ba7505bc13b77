import { SpanKind, type Tracer } from "@opentelemetry/api";
import type { Backlog, ReadFigures } from "../flows/ports/figures.ts";
import type { CallOutcome, Observe, ObserveMove, OutsideCall } from "../flows/ports/observe.ts";
import { listApprovalOutcomes, listFailedSteps, type Occurrence } from "./count-events.ts";
import { createInstruments, type Instruments } from "./instruments.ts";
import { keptForAMoment } from "./kept-for-a-moment.ts";
import { showFigures } from "./show-figures.ts";
import { inSpan } from "./spans.ts";

/** What is asked for when somebody reads the metrics. */
export interface MetricSources {
  readonly readFigures: ReadFigures;
  /** Of whoever brings Slack up to date; left out: as the figures have it. */
  readonly readBacklog?: () => Promise<Backlog> | Backlog;
  readonly workflowsInFlight: () => number;
  /** Changed secret files that were not taken up. */
  readonly secretFilesRefused: () => number;
  /** When the pages' certificate ends, in milliseconds since 1970. */
  readonly certificateEndsAt?: () => number;
  /** When those end that the bot's own accounts sign on with, in milliseconds since 1970. Absent: none does. */
  readonly listAccountCertificates?: () => readonly {
    readonly tenant: string;
    readonly endsAt: number;
  }[];
}

/** What the bot tells of itself: numbers for `/metrics`, and spans. */
export interface Telemetry {
  readonly observe: Observe;
  readonly observeMove: ObserveMove;
  readonly slackRefused: (method: string, code: string) => void;
  readonly acknowledged: (payload: string, seconds: number) => void;
  readonly occurred: (occurrence: Occurrence) => void;
  readonly tookOver: (count: number) => void;
  readonly socketIs: (isOpen: boolean) => void;
  /** The text of Prometheus. Never rejects and never waits long: what cannot be read now is left out. */
  readonly read: (sources: MetricSources) => () => Promise<string>;
  readonly registry: Instruments["registry"];
}

export interface TelemetryOptions {
  readonly tracer: Tracer;
  /** Milliseconds of a clock that only goes forward. */
  readonly now: () => number;
}

export function createTelemetry({ tracer, now }: TelemetryOptions): Telemetry {
  const all = createInstruments();
  // Over HTTP there is no socket, and none is shown as closed.
  all.socketOpen.remove();
  all.certificateExpiry.remove();
  return {
    registry: all.registry,
    observe: createObserve(all, { tracer, now }),
    observeMove: ({ workflow, step }, act) =>
      inSpan(
        tracer,
        { name: `${workflow}: ${step}`, attributes: attribute({ workflow, step }) },
        act,
      ),
    slackRefused: (method, code) => all.slackRefusals.inc({ method, code }),
    acknowledged: (payload, seconds) => all.acknowledgementSeconds.observe({ payload }, seconds),
    occurred: (occurrence) => countOccurrence(all, occurrence),
    tookOver: (count) => all.takeOvers.inc(count),
    socketIs: (isOpen) => all.socketOpen.set(isOpen ? 1 : 0),
    read: (sources) => createRead(all, sources, now),
  };
}

function createObserve(all: Instruments, { tracer, now }: TelemetryOptions): Observe {
  async function observe<Answer>(
    call: OutsideCall,
    act: () => Promise<Answer>,
    judge: (answer: Answer) => CallOutcome,
  ): Promise<Answer> {
    const beganAt = now();
    let outcome: CallOutcome = "broke";
    const span = {
      name: `${call.service} ${call.method}`,
      kind: SpanKind.CLIENT,
      attributes: attribute({ ...call }),
      judge: (answer: Answer) => {
        outcome = judge(answer);
        return outcome;
      },
    };
    try {
      return await inSpan(tracer, span, act);
    } finally {
      countCall(all, call, { outcome, seconds: (now() - beganAt) / 1000 });
    }
  }
  return observe;
}

function attribute(facts: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [`workday_isu.${name}`, value]),
  );
}

function countCall(
  all: Instruments,
  { service, method }: OutsideCall,
  { outcome, seconds }: { readonly outcome: CallOutcome; readonly seconds: number },
): void {
  all.calls.inc({ service, method, outcome });
  all.callSeconds.observe({ service, method }, seconds);
}

function countOccurrence(all: Instruments, occurrence: Occurrence): void {
  const { tenant } = occurrence.request.draft;
  for (const outcome of listApprovalOutcomes(occurrence)) all.approvals.inc({ tenant, outcome });
  for (const step of listFailedSteps(occurrence)) all.failedSteps.inc({ tenant, step });
}

/** Milliseconds. Whoever scrapes waits ten seconds, unless told otherwise. */
const figuresLimits = { maxAgeMs: 5000, limitMs: 2000 };

function createRead(
  all: Instruments,
  sources: MetricSources,
  now: () => number,
): () => Promise<string> {
  const limits = { ...figuresLimits, now };
  const readFigures = keptForAMoment(sources.readFigures, limits);
  const { readBacklog, certificateEndsAt } = sources;
  const readOwn = readBacklog && keptForAMoment(async () => readBacklog(), limits);
  return async () => {
    const [figures, own] = await Promise.all([readFigures(), readOwn?.()]);
    showFigures(all, figures, readOwn === undefined ? figures?.backlog : own);
    all.workflows.set(sources.workflowsInFlight());
    all.secretFilesRefused.set(sources.secretFilesRefused());
    if (certificateEndsAt !== undefined) all.certificateExpiry.set(certificateEndsAt() / 1000);
    all.accountCertificates.reset();
    for (const { tenant, endsAt } of sources.listAccountCertificates?.() ?? []) {
      all.accountCertificates.set({ tenant }, endsAt / 1000);
    }
    return all.registry.metrics();
  };
}

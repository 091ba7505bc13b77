import { Counter, Gauge, Histogram, Registry } from "prom-client";

/** Every name of `/metrics`. What a label holds is a word of our code or a name of the configuration. */
export interface Instruments {
  readonly registry: Registry;
  readonly calls: Counter<"service" | "method" | "outcome">;
  readonly callSeconds: Histogram<"service" | "method">;
  readonly slackRefusals: Counter<"method" | "code">;
  readonly acknowledgementSeconds: Histogram<"payload">;
  readonly approvals: Counter<"tenant" | "outcome">;
  readonly failedSteps: Counter<"tenant" | "step">;
  readonly takeOvers: Counter;
  readonly workflows: Gauge;
  readonly socketOpen: Gauge;
  readonly secretFilesRefused: Gauge;
  readonly certificateExpiry: Gauge;
  readonly accountCertificates: Gauge<"tenant">;
  readonly figuresReadable: Gauge;
  readonly requests: Gauge<"tenant" | "kind" | "state">;
  readonly oldestWait: Gauge<"tenant" | "waiting_for">;
  readonly publisherWaiting: Gauge;
  readonly publisherOldest: Gauge;
  readonly publisherAside: Gauge;
  readonly tallied: Readonly<Record<"drifted" | "leftBehind", Gauge<"tenant">>>;
  readonly passwords: Gauge<"tenant" | "due">;
  readonly tallyAge: Gauge<"tenant" | "look">;
  readonly auditSequence: Gauge;
  readonly auditAge: Gauge;
}

/** Seconds. Slack shows an error to people after three. */
const acknowledgementBuckets = [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2, 3];
const callBuckets = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];

/** Makes all instruments in a registry of their own: nothing is global, and nothing is measured yet. */
export function createInstruments(): Instruments {
  const registry = new Registry();
  const make = createMaker(registry);
  return {
    registry,
    ...createCounters(make),
    ...createProcessGauges(make),
    ...createFigureGauges(make),
  };
}

type Make = ReturnType<typeof createMaker>;

function createMaker(registry: Registry) {
  const registers = [registry];
  return {
    counter: <Label extends string>(name: string, help: string, labelNames: readonly Label[]) =>
      new Counter<Label>({ name: `workday_isu_${name}`, help, labelNames, registers }),
    gauge: <Label extends string>(name: string, help: string, labelNames: readonly Label[]) =>
      new Gauge<Label>({ name: `workday_isu_${name}`, help, labelNames, registers }),
    histogram: <Label extends string>(
      name: string,
      help: string,
      given: { readonly labelNames: readonly Label[]; readonly buckets: readonly number[] },
    ) =>
      new Histogram<Label>({
        name: `workday_isu_${name}`,
        help,
        labelNames: given.labelNames,
        buckets: [...given.buckets],
        registers,
      }),
  };
}

function createCounters({ counter, histogram }: Make) {
  return {
    calls: counter("calls_total", "Calls to services, by how they ended.", [
      "service",
      "method",
      "outcome",
    ]),
    callSeconds: histogram("call_duration_seconds", "How long calls to services took.", {
      labelNames: ["service", "method"],
      buckets: callBuckets,
    }),
    slackRefusals: counter("slack_refusals_total", "Slack's refusals, by its own code.", [
      "method",
      "code",
    ]),
    acknowledgementSeconds: histogram(
      "acknowledgement_seconds",
      "From the arrival of what Slack sends to its acknowledgement.",
      { labelNames: ["payload"], buckets: acknowledgementBuckets },
    ),
    approvals: counter("approvals_total", "What became of approvals that were asked for.", [
      "tenant",
      "outcome",
    ]),
    failedSteps: counter("failed_steps_total", "Steps after which a request was stuck.", [
      "tenant",
      "step",
    ]),
    takeOvers: counter("take_overs_total", "Workflows taken over from replicas that are gone.", []),
  };
}

function createProcessGauges({ gauge }: Make) {
  return {
    workflows: gauge("workflows_in_flight", "Workflows that run in this process.", []),
    socketOpen: gauge("slack_socket_open", "1 while a socket to Slack is open (Socket Mode).", []),
    secretFilesRefused: gauge(
      "secret_files_refused",
      "Changed secret files that could not be taken up: what they held before is in use.",
      [],
    ),
    certificateExpiry: gauge(
      "certificate_expiry_timestamp_seconds",
      "When the certificate of the bot's pages ends.",
      [],
    ),
    accountCertificates: gauge(
      "account_certificate_expiry_timestamp_seconds",
      "When the certificate ends that the bot's own account signs on with.",
      ["tenant"],
    ),
    figuresReadable: gauge(
      "figures_readable",
      "1 where the database gave the numbers below; without it they are left out.",
      [],
    ),
  };
}

function createFigureGauges({ gauge }: Make) {
  return {
    requests: gauge("requests", "Requests, by kind and state.", ["tenant", "kind", "state"]),
    oldestWait: gauge("oldest_waiting_seconds", "How long the oldest request waits.", [
      "tenant",
      "waiting_for",
    ]),
    publisherWaiting: gauge("publisher_waiting", "Requests whose news Slack does not show.", []),
    publisherOldest: gauge("publisher_oldest_seconds", "How long the oldest of those waits.", []),
    publisherAside: gauge(
      "publisher_set_aside",
      "What cannot be read or rendered for Slack, and rests.",
      [],
    ),
    tallied: {
      drifted: gauge("drifted_accounts", "Accounts that are not as asked any more.", ["tenant"]),
      leftBehind: gauge("left_behind_requests", "Ended requests that left something.", ["tenant"]),
    },
    passwords: gauge("passwords_due", "Passwords overdue, or due within 30 days.", [
      "tenant",
      "due",
    ]),
    tallyAge: gauge("look_age_seconds", "How long the last look at everything is ago.", [
      "tenant",
      "look",
    ]),
    auditSequence: gauge("audit_sequence", "The last entry's number in the audit trail.", []),
    auditAge: gauge("audit_age_seconds", "How long the last entry of the audit trail is ago.", []),
  };
}

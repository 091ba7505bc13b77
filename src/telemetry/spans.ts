import { type Attributes, SpanKind, SpanStatusCode, type Tracer } from "@opentelemetry/api";

interface SpanOf<Answer> {
  readonly name: string;
  readonly kind?: SpanKind;
  /** Words of our code and names of the configuration: a trace leaves the house. */
  readonly attributes: Attributes;
  /** How it ended, in one word; `ok` where it went well. */
  readonly judge?: (answer: Answer) => string;
}

/**
 * Wraps `act` in a span. Without an SDK of the operator's the API's tracer makes none, and this costs next to nothing.
 * An error's text is left out: it may quote what somebody typed.
 *
 * @see OpenTelemetry API, Tracing: no-op unless an SDK is registered
 */
export async function inSpan<Answer>(
  tracer: Tracer,
  { name, kind = SpanKind.INTERNAL, attributes, judge = () => "ok" }: SpanOf<Answer>,
  act: () => Promise<Answer>,
): Promise<Answer> {
  return tracer.startActiveSpan(name, { kind, attributes }, async (span) => {
    let outcome = "broke";
    try {
      const answer = await act();
      outcome = judge(answer);
      return answer;
    } finally {
      span.setAttribute("workday_isu.outcome", outcome);
      if (outcome !== "ok") span.setStatus({ code: SpanStatusCode.ERROR });
      span.end();
    }
  });
}

import { context, SpanStatusCode, trace } from "@opentelemetry/api";
import { AsyncLocalStorageContextManager } from "@opentelemetry/context-async-hooks";
import {
  BasicTracerProvider,
  InMemorySpanExporter,
  SimpleSpanProcessor,
} from "@opentelemetry/sdk-trace-base";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { toCallOutcome } from "../../src/flows/ports/observe.ts";
import { openTelemetry } from "../../src/open-telemetry.ts";
import { err, ok } from "../../src/result.ts";

const exporter = new InMemorySpanExporter();

/** As an SDK that the operator loads registers itself. */
function loadSdk(): void {
  const provider = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] });
  trace.setGlobalTracerProvider(provider);
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
}

beforeEach(() => exporter.reset());
afterEach(() => {
  trace.disable();
  context.disable();
});

const call = { service: "workday", method: "Get_Workers" } as const;
const move = { workflow: "advance", step: "move" } as const;
const typed = "ISU_Somebody typed this";

describe("spans", () => {
  it("tell each call within its move, and how both ended, once an SDK is loaded", async () => {
    loadSdk();
    const { observe, observeMove } = openTelemetry();

    await observeMove(move, async () => observe(call, async () => ok(typed), toCallOutcome));

    const [inner, outer] = exporter.getFinishedSpans();
    expect(inner?.name).toBe("workday Get_Workers");
    expect(inner?.attributes).toEqual({
      "workday_isu.service": "workday",
      "workday_isu.method": "Get_Workers",
      "workday_isu.outcome": "ok",
    });
    expect(inner?.parentSpanContext?.spanId).toBe(outer?.spanContext().spanId);
    expect(outer?.name).toBe("advance: move");
  });

  it("say that something went wrong, and nothing of what was typed or thrown", async () => {
    loadSdk();
    const { observe, observeMove } = openTelemetry();
    const denied = err({ kind: "denied" as const, outside: "Workday" as const, words: typed });

    await observe(call, async () => denied, toCallOutcome);
    const broken = observeMove(move, () => Promise.reject(new Error(typed)));
    await expect(broken).rejects.toThrow(typed);

    const spans = exporter.getFinishedSpans();
    expect(spans.map(({ attributes }) => attributes["workday_isu.outcome"])).toEqual([
      "denied",
      "broke",
    ]);
    expect(spans.map(({ status }) => status)).toEqual([
      { code: SpanStatusCode.ERROR },
      { code: SpanStatusCode.ERROR },
    ]);
    const told = spans.map(({ name, attributes, events }) => ({ name, attributes, events }));
    expect(JSON.stringify(told)).not.toContain(typed);
  });

  it("are none without an SDK, and the work is done all the same", async () => {
    const { observe } = openTelemetry();

    expect(await observe(call, async () => ok(7), toCallOutcome)).toEqual(ok(7));
    expect(exporter.getFinishedSpans()).toEqual([]);
  });
});

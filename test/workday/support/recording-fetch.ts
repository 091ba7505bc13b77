/** What was about to leave. */
interface Sent {
  readonly url: string;
  readonly method: string;
  readonly redirect: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

interface RecordingFetch {
  readonly fetch: typeof globalThis.fetch;
  readonly sent: readonly Sent[];
}

/** A `fetch` that keeps what it is given and answers each call with the next answer; the last one stays. */
export function recordingFetch(
  ...answers: readonly (() => Response | Promise<Response>)[]
): RecordingFetch {
  const sent: Sent[] = [];
  return {
    sent,
    fetch: async (input, init) => {
      const request = new Request(input, init);
      const { url, method, redirect, headers } = request;
      sent.push({
        url,
        method,
        redirect,
        headers: Object.fromEntries(headers),
        body: await request.text(),
      });
      const answer = answers[Math.min(sent.length, answers.length) - 1];
      if (answer === undefined) throw new Error("Nothing was prepared to answer");
      return answer();
    },
  };
}

/** What `fetch` throws when the connection fails. */
export function failing(code: string, message = "failed"): () => Promise<Response> {
  return () => {
    const cause = Object.assign(new Error(message), { code });
    return Promise.reject(new TypeError("fetch failed", { cause }));
  };
}

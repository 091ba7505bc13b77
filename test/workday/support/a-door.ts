import { createServer, type IncomingMessage, type ServerResponse } from "node:http";

/** Answers a request that was read to its end. */
export type Answer = (response: ServerResponse, asked: Asked) => void;

export interface Asked {
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}

export interface Door {
  readonly url: string;
  /** Every request that arrived. */
  readonly asked: readonly Asked[];
  /** Connections that were made, also those that asked nothing. */
  readonly connections: () => number;
  readonly answerWith: (answer: Answer) => void;
  readonly close: () => Promise<void>;
}

/** A web server on this machine that answers as it is told. */
export async function openDoor(): Promise<Door> {
  const asked: Asked[] = [];
  let connections = 0;
  let answer: Answer | undefined;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const one = { headers: request.headers, body: Buffer.concat(chunks).toString() };
      asked.push(one);
      if (answer === undefined) response.end();
      else answer(response, one);
    });
  });
  server.on("connection", () => {
    connections += 1;
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The door has no port");
  return {
    url: `http://127.0.0.1:${address.port}`,
    asked,
    connections: () => connections,
    answerWith: (next) => {
      answer = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { onTestFinished } from "vitest";

export interface Dialled {
  readonly socket: Socket;
  /** What came back so far. */
  readonly got: () => string;
  readonly isOpen: () => boolean;
  /** What came back until the other end closed. */
  readonly closed: Promise<string>;
}

/** Connects to a port of loopback as anybody may, byte by byte, also from another of its addresses. */
export async function dial(port: number, sent = "", from = "127.0.0.1"): Promise<Dialled> {
  const socket = connect({ port, host: "127.0.0.1", localAddress: from });
  onTestFinished(() => void socket.destroy());
  let got = "";
  socket.on("data", (chunk) => {
    got += chunk.toString("latin1");
  });
  // A reset is one way of being closed.
  socket.on("error", () => undefined);
  const closed = new Promise<string>((resolve) => {
    socket.on("close", () => resolve(got));
  });
  await once(socket, "connect");
  if (sent !== "") socket.write(sent);
  return { socket, got: () => got, isOpen: () => !socket.closed, closed };
}

/** Dials 256 times. Gives how many of these are still open. */
export async function holdMany(port: number, sent: string): Promise<() => number> {
  const held: Dialled[] = [];
  for (let at = 0; at < 256; at += 1) held.push(await dial(port, sent));
  return () => held.filter(({ isOpen }) => isOpen()).length;
}

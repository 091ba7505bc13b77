import { deliverOverHttp } from "./delivery-http.ts";
import type { SocketHub } from "./delivery-socket.ts";
import type { Ack, Parcel } from "./parcel.ts";
import type { World } from "./world.ts";

export type Deliver = (parcel: Parcel) => Promise<Ack>;

/** Hands payloads to the bot, the way it listens now; twice when that was asked for. */
export function createDeliver(world: World, hub: SocketHub): Deliver {
  function send(parcel: Parcel, attempt: number): Promise<Ack> {
    const { delivery } = world;
    return delivery.kind === "http"
      ? deliverOverHttp(world, delivery.url, parcel, attempt)
      : hub.deliver(parcel, attempt);
  }

  return async (parcel) => {
    const repeat = world.repeats.shift();
    const first = send(parcel, 0);
    if (repeat?.isAtOnce === true) {
      const [ack] = await Promise.all([first, send(parcel, 1)]);
      return ack;
    }
    const ack = await first;
    if (repeat !== undefined) await send(parcel, 1);
    return ack;
  };
}

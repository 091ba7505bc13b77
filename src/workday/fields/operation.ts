import type { Fault } from "../../flows/model/fault.ts";
import type { Result } from "../../result.ts";
import type { Secret } from "../../secret.ts";
import type { Element } from "./element.ts";

/** The services that hold the bot's operations, as they stand in the endpoint. */
type ServiceName =
  | "Integrations"
  | "Human_Resources"
  | "Learning"
  | "Identity_Management"
  | "Core_Implementation_Service";

/** What is needed to send an operation and to read the failures of it. */
export interface Callable {
  readonly service: ServiceName;
  /** Workday's own name, such as `Get_Workers`. */
  readonly name: string;
  /** The domain that its caller needs, in words that follow "Grant". */
  readonly needs: string;
  /** The named types of its schema that the bot sends, in the schema's order; `<name>_RequestType` is one. */
  readonly types: readonly string[];
  /** The smallest read, for trying whether somebody may call it. Present where the bot probes with it. */
  readonly probe?: Element;
}

/** One that the bot probes with. */
export type Probing<Called extends Callable = Callable> = Called & Required<Pick<Called, "probe">>;

/** What an operation answered, or why its answer says nothing; `unreadable` where something is missing. */
export type Parsed<Reply> = Result<Reply, Fault | "unreadable">;

/**
 * One operation of a Workday web service. `Request` is what the bot asks for in its own words, `Reply` what
 * it relies on of the answer.
 */
export interface Operation<Request, Reply> extends Callable {
  /** Why a request must not be sent, in words for people. Without it everything may. */
  readonly refuse?: (request: Request) => Fault | undefined;
  readonly toRequest: (request: Request) => Element;
  /** Secrets that stand in the request, besides the password that signs it on. Without it there are none. */
  readonly secretsIn?: (request: Request) => readonly Secret[];
  /** Judges the response element. `secrets` are all that must not be quoted back. */
  readonly parse: (
    reply: object,
    asked: { readonly request: Request; readonly secrets: readonly Secret[] },
  ) => Parsed<Reply>;
}

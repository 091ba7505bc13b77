import { childOf, childrenOf, refusal, resolveReference } from "../soap/read.ts";
import {
  type ElementShape,
  reference,
  required,
  sequence,
  versionAttribute,
} from "../soap/shape.ts";
import { tag, type XmlElement } from "../soap/xml.ts";
import { type NamedThing, type TenantState, widOf } from "../state.ts";
import { getRequest, getResponse } from "./get-request.ts";
import type { Operation, OperationCall } from "./operation.ts";
import { renderReference } from "./references.ts";

/** What the three kinds of Learning set-up differ in. */
export interface LearningKind {
  /** `Learning_Topic`, as the elements are named. */
  readonly name: string;
  readonly plural: string;
  readonly domains: readonly string[];
  readonly data: readonly ElementShape[];
  things(state: TenantState): Map<string, NamedThing>;
  /** Copies the data of a request into the thing. */
  fill(state: TenantState, thing: NamedThing, data: XmlElement): void;
  nameOf(data: XmlElement): string;
  renderData(call: OperationCall, thing: NamedThing): readonly string[];
}

export function learningIds(kind: string): readonly string[] {
  return ["WID", `${kind}_ID`];
}

export function findThing(
  things: ReadonlyMap<string, NamedThing>,
  type: string,
  value: string,
): NamedThing | undefined {
  if (type !== "WID") return things.get(value);
  return [...things.values()].find(({ wid }) => wid === value);
}

export function renderThing(call: OperationCall, kind: string, thing: NamedThing): string {
  return renderReference(call, `${kind}_Reference`, {
    descriptor: thing.name,
    ids: [
      ["WID", thing.wid],
      [`${kind}_ID`, thing.id],
    ],
  });
}

export function getLearning(kind: LearningKind): Operation {
  const name = `Get_${kind.plural}`;
  return {
    service: "Learning",
    name,
    access: "Get",
    domains: kind.domains,
    request: getRequest(name, {
      reference: `${kind.name}_Reference`,
      types: learningIds(kind.name),
    }),
    perform(call, request) {
      const things = kind.things(call.state);
      const references = childrenOf(
        childOf(request, "Request_References"),
        `${kind.name}_Reference`,
      );
      const asked = references.flatMap(
        (entry) => resolveReference(entry, (type, id) => findThing(things, type, id)) ?? [],
      );
      return getResponse(call, request, {
        instances: references.length > 0 ? asked : [...things.values()],
        render: (thing) =>
          tag(kind.name, [
            renderThing(call, kind.name, thing),
            tag(`${kind.name}_Data`, kind.renderData(call, thing)),
          ]),
      });
    },
  };
}

export function putLearning(kind: LearningKind): Operation {
  const name = `Put_${kind.name}`;
  return {
    service: "Learning",
    name,
    access: "Put",
    domains: kind.domains,
    request: sequence(
      `${name}_Request`,
      [
        reference(`${kind.name}_Reference`, learningIds(kind.name)),
        required(sequence(`${kind.name}_Data`, kind.data)),
      ],
      [versionAttribute],
    ),
    perform(call, request) {
      const things = kind.things(call.state);
      const data = childOf(request, `${kind.name}_Data`) ?? request;
      const known = resolveReference(childOf(request, `${kind.name}_Reference`), (type, id) =>
        findThing(things, type, id),
      );
      const title = kind.nameOf(data);
      const clash = [...things.values()].find((thing) => thing.name === title);
      if (clash !== undefined && clash !== known) {
        throw refusal(data, `The name '${title}' is already in use.`);
      }
      const thing = known ?? newThing(call.state, kind.name, title);
      kind.fill(call.state, thing, data);
      thing.name = title;
      things.set(thing.id, thing);
      call.state.changed();
      const answer = [renderThing(call, kind.name, thing)];
      return tag(`${name}_Response`, answer, { version: call.version });
    },
  };
}

function newThing(state: TenantState, kind: string, name: string): NamedThing {
  const id = `${kind.toUpperCase()}-${name.replaceAll(/\W+/g, "_")}`;
  const wid = widOf(state.definition.name, kind, id);
  return { wid, id, name, description: "", isInactive: false, members: new Set() };
}

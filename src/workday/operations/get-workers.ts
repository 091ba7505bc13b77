import { type Element, toResponseFilter } from "../fields/element.ts";

/**
 * Asks for one worker, by reference only: enough to show that the call is allowed, and nothing about people.
 * @see Workday Human_Resources v31.2, Get_Workers
 */
export function toGetWorkersRequest(): Element {
  return {
    Response_Filter: toResponseFilter(1, 1),
    Response_Group: { Include_Reference: true },
  };
}

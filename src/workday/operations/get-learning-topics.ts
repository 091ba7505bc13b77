import { type Element, toResponseFilter } from "../fields/element.ts";

/**
 * Asks for one learning topic.
 * @see Workday Learning v31.2, Get_Learning_Topics
 */
export function toGetLearningTopicsRequest(): Element {
  return { Response_Filter: toResponseFilter(1, 1) };
}

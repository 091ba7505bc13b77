import { z } from "zod";
import { plainText } from "./text.ts";

export const ActionId = z.string().min(1).max(255).optional();
export const BlockId = z.string().min(1).max(255).optional();
export const Placeholder = plainText(150).optional();
export const FocusOnLoad = z.boolean().optional();

import { z } from "zod";

/** `?limit=` and `?cursor=` of every list (api.md, section 2). */
export const Paging = {
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: z.string().max(1000).optional(),
};

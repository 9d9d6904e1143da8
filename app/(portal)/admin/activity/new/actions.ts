"use server";

import type { z } from "zod";
import type { EventInput } from "@/lib/core/event";
import { action } from "@/lib/http/action";
import { previewEvent } from "@/lib/usecases/activity/preview-event";
import { postByHand } from "@/lib/usecases/events/post-by-hand";

export async function preview(event: unknown) {
  return action(previewEvent)(event as z.input<typeof EventInput>);
}

export async function post(event: unknown) {
  return action(postByHand)(event as z.input<typeof EventInput>);
}

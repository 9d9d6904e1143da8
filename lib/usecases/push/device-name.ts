import { z } from "zod";

/** What a person calls a device: `Chrome on Android` until they say otherwise. */
export const DeviceName = z.string().trim().min(1, "Give it a name.").max(60, "Use 60 characters at most.");

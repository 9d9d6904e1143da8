import { realtimeAuth } from "@/lib/http/realtime-auth";

export const POST = realtimeAuth;

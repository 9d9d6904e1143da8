import { providerHook } from "@/lib/http/provider-hook";

export const POST = providerHook;

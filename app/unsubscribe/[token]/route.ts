import { askFirst, unsubscribe } from "@/lib/http/unsubscribe";

export const GET = askFirst;
export const POST = unsubscribe;

import type { Answer } from "@/components/ui/answer";
import type { Tried } from "@/lib/core/push-device";
import type { TriedApp } from "@/lib/core/try-words";

/** What can be tried on the check page. The page passes server actions; each answers what came of it. */
export interface CheckActions {
  tryEmail(): Promise<Answer<Tried>>;
  tryApp(id: string): Promise<Answer<TriedApp>>;
}

import type { Answer } from "@/components/bell/actions";

/** What can be tried on the check page. The page passes server actions; each answers in a sentence what came of it. */
export interface CheckActions {
  tryEmail(): Promise<Answer<{ words: string }>>;
  tryApp(id: string): Promise<Answer<{ words: string }>>;
}

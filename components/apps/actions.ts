import type { Answer } from "@/components/ui/answer";
import type { App } from "@/lib/core/app-view";
import type { TriedApp } from "@/lib/core/try-words";

/** What a person can do to the apps that they connected. The page passes server actions; each shows the page anew. */
export interface AppsActions {
  /** `secret`: for its owner to see, this once. */
  connect(app: App, address: string): Promise<Answer<{ secret: string | null }>>;
  test(id: string): Promise<Answer<TriedApp>>;
  rotate(id: string): Promise<Answer<{ secret: string | null }>>;
  disconnect(id: string): Promise<Answer>;
  /** Of the whole company, for super admins. */
  setUpSlack(token: string): Promise<Answer>;
  removeSlack(): Promise<Answer>;
}

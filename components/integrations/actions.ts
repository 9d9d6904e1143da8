import type { Answer } from "@/components/ui/answer";
import type { Scope } from "@/lib/core/scope";

export interface AppFields {
  name: string;
  icon: string | null;
  rate_limit: number | null;
}

export interface NewKey {
  /** The app's id. */
  app: string;
  name: string;
  scopes: Scope[];
  expires_at?: Date;
}

/** A key as it is told this once. */
export interface MadeKey {
  id: string;
  key: string;
}

/** What the page of integrations can ask for. */
export interface IntegrationActions {
  createApp(app: AppFields): Promise<Answer>;
  changeApp(app: AppFields & { id: string }): Promise<Answer>;
  createKey(key: NewKey): Promise<Answer<MadeKey>>;
  rotateKey(id: string, hours: number): Promise<Answer<MadeKey>>;
  revokeKey(id: string): Promise<Answer>;
}

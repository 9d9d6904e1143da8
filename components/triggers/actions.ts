import type { Answer } from "@/components/ui/answer";
import type { TriggerInput } from "@/lib/core/trigger-input";
import type { TriggerTrial } from "@/lib/core/trigger-view";

/** What the list of triggers can ask for. */
export interface TriggerListActions {
  switchOn(id: string, on: boolean): Promise<Answer>;
  remove(id: string): Promise<Answer>;
}

/** What the page of one trigger can ask for. */
export interface TriggerActions {
  save(trigger: TriggerInput): Promise<Answer>;
  /** Would it have raised anything lately? */
  tryOut(trigger: TriggerInput): Promise<Answer<TriggerTrial>>;
}

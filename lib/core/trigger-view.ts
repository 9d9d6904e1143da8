import type { TriggerInput } from "./trigger-input";

/** Stands for every relation: all whom an event names. */
export const EVERYBODY = "*";

/** A trigger in the list. Times are RFC 3339, UTC. */
export interface TriggerView extends TriggerInput {
  id: string;
  on: boolean;
  topicName: string;
  raisesName: string;
  /** When an event last met it. */
  latestAt: string | null;
}

/** What a trigger can be made of. */
export interface TriggerChoices {
  sections: { key: string; name: string; topics: { key: string; name: string; audience: string[] }[] }[];
  groups: { id: string; name: string }[];
}

/** What a trigger would have made of past events. */
export interface TriggerTrial {
  /** How many it looked at. */
  looked: number;
  /** Of those: met, and met with nobody to tell. */
  met: number;
  nobody: number;
  /** The newest that it would have raised something for. */
  raised: {
    event: string;
    at: string;
    /** The record's title. */
    subject: string | null;
    title: string;
    recipients: string[];
  }[];
}

import type { Channel } from "./channel";
import type { PreferenceLayers } from "./preference";
import type { Role } from "./role";

/** One way in which an event reached a person: by name or address, or as a member of a group. */
export interface Route {
  /** The relation that the integration gave; null where it gave none. */
  as: string | null;
  /** The group it went through; null when the person was named directly. */
  group: string | null;
  /** Whether the person is a main member of that group; means nothing without one. */
  main: boolean;
}

/** A known user whom an event reached, with all that deciding needs. Ids are the ones integrations use. */
export interface KnownRecipient {
  id: string;
  email: string;
  name: string;
  role: Role;
  active: boolean;
  permissions: string[];
  /** Every way in which this event reached the person; one that the topic tells is enough. */
  routes: Route[];
  /** The groups the person is in; those that the event's `visible_to` names are enough. */
  groups: string[];
  layers: PreferenceLayers;
  /** Signed in, with a visible tab used within the active window (A16). */
  activeInApp: boolean;
  /** With Belfry open in some browser, used or not (R26). */
  openInApp: boolean;
  /** What can deliver to the person, as `connectedWith` says it; absent: what is always there. */
  connected?: ReadonlySet<Channel>;
}

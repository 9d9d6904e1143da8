import type { Route } from "./recipient";
import type { Voice } from "./voice";

/** How the recipient stands to the record, as a clause: "you own this deal". `group` is the name of the route's group. */
export function relationWords({ as }: Route, group: string | null, it: string, voice: Voice): string {
  const { they, are } = voice;
  const inGroup = group === null ? null : `${they} ${are} in ${group}`;
  if (as === null || as === "team") return inGroup ? `${inGroup}, which this was sent to` : `this was sent to ${they}`;
  const known = Object.hasOwn(RELATIONS, as) && RELATIONS[as];
  const relation = known ? known(voice, it) : `${they} ${are} the ${as.replace(/[_-]+/g, " ")} of ${it}`;
  return inGroup ? `${inGroup}: ${relation}` : relation;
}

/** The relations of the shipped catalogue; a company's own ones are read out as they are written. */
const RELATIONS: Record<string, (voice: Voice, it: string) => string> = {
  account_manager: ({ they, are }, it) => `${they} ${are} the account manager for ${it}`,
  approver: ({ they, are }, it) => `${they} ${are} asked to approve ${it}`,
  assignee: ({ they }, it) => `${it} is assigned to ${they}`,
  author: ({ they }, it) => `${they} wrote ${it}`,
  buyer: ({ they }, it) => `${they} bought ${it}`,
  commenter: ({ they }, it) => `${they} commented on ${it}`,
  creator: ({ they }, it) => `${they} started ${it}`,
  follower: ({ they, s }, it) => `${they} follow${s} ${it}`,
  grantee: ({ they, were }, it) => `${they} ${were} given access to ${it}`,
  learner: ({ they, are }, it) => `${they} ${are} learning with ${it}`,
  mentioned: ({ they, were }, it) => `${they} ${were} mentioned on ${it}`,
  owner: ({ they, s }, it) => `${they} own${s} ${it}`,
  reporter: ({ they }, it) => `${they} reported ${it}`,
  requester: ({ they }, it) => `${they} asked for ${it}`,
  self: ({ their }) => `this is about ${their} account`,
  sender: ({ they }, it) => `${they} sent ${it}`,
  shared_with: ({ they }, it) => `${it} was shared with ${they}`,
  signatory: ({ they, are }, it) => `${they} ${are} asked to sign ${it}`,
};

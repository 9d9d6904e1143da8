import type { Section } from "@/lib/core/topic";
import { announcements, logins } from "./account";
import { apps, system } from "./apps";
import { academy, blog, dashboards } from "./content";
import { calls, comments, conversations, transcription } from "./conversations";
import { dataQuality, downloads, lists } from "./files";
import { general } from "./general";
import { ads, email, forms, seo, surveys, visits } from "./marketing";
import { marketplace, payments, quotes } from "./money";
import { contacts, customObjects, deals, leads, tickets } from "./records";
import { sales } from "./sales";
import { tasks, workflows } from "./work";

/** The sections and topics that ship, in the order the preferences list them. */
export const CATALOGUE: readonly Section[] = [
  academy,
  ads,
  blog,
  calls,
  conversations,
  comments,
  contacts,
  customObjects,
  dashboards,
  dataQuality,
  deals,
  email,
  surveys,
  forms,
  general,
  leads,
  lists,
  logins,
  marketplace,
  payments,
  quotes,
  seo,
  system,
  downloads,
  tasks,
  tickets,
  transcription,
  visits,
  workflows,
  apps,
  sales,
  announcements,
];

import { changeNotification } from "@/lib/usecases/inbox/change-notification";
import { getNotification } from "@/lib/usecases/inbox/get-notification";
import { listNotifications } from "@/lib/usecases/inbox/list-notifications";
import { readAll } from "@/lib/usecases/inbox/read-all";
import { getPreferences } from "@/lib/usecases/preferences/get-preferences";
import { patchPreferences } from "@/lib/usecases/preferences/patch-preferences";
import { AllRead, Notification, Notifications, Preferences } from "./answers";
import type { Operation } from "./operation";

const ofUser = { params: { id: "user" }, at: { id: "ada" } };
const one = { path: "/users/{id}/notifications/{notification}", params: { id: "user", notification: "id" } } as const;
const preferences = { path: "/users/{id}/preferences", tag: "Preferences", ...ofUser } as const;

export const notifications: readonly Operation[] = [
  {
    method: "GET",
    path: "/users/{id}/notifications",
    useCase: listNotifications,
    tag: "Notifications",
    summary: "List a person's notifications",
    details: "Newest first, with their one unread count.",
    scope: "notifications:read",
    answer: Notifications,
    ...ofUser,
  },
  {
    method: "POST",
    path: "/users/{id}/notifications/read-all",
    useCase: readAll,
    tag: "Notifications",
    summary: "Mark all as read",
    scope: "notifications:write",
    answer: AllRead,
    example: {},
    ...ofUser,
  },
  {
    ...one,
    method: "GET",
    useCase: getNotification,
    tag: "Notifications",
    summary: "Read one",
    scope: "notifications:read",
    answer: Notification,
  },
  {
    ...one,
    method: "PATCH",
    useCase: changeNotification,
    tag: "Notifications",
    summary: "Mark, archive or snooze one",
    details: "What is not given stays.",
    scope: "notifications:write",
    answer: Notification,
  },
  {
    ...preferences,
    method: "GET",
    useCase: getPreferences,
    summary: "Read a person's preferences",
    details: "Each with who said it. The ETag goes into If-Match of a change.",
    scope: "notifications:read",
    answer: Preferences,
  },
  {
    ...preferences,
    method: "PATCH",
    useCase: patchPreferences,
    summary: "Change some of them",
    details: "null resets to what is inherited. What is required, or what the person cannot have, is a 422.",
    scope: "notifications:write",
    answer: Preferences,
    example: { topics: { "deals.assigned": { email: { enabled: false } } } },
  },
];

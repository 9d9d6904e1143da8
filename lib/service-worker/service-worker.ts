import { answerNavigation } from "./answer-navigation";
import { openOwn } from "./open-own";
import { renewSubscription } from "./renew-subscription";
import { scope } from "./scope";
import { showPush } from "./show-push";

// One worker for every page: a new one takes over at once, since it keeps nothing that an old page could miss.
scope.addEventListener("install", (event) => event.waitUntil(scope.skipWaiting()));
scope.addEventListener("activate", (event) => {
  event.waitUntil(Promise.all([scope.clients.claim(), scope.registration.navigationPreload?.enable()]));
});

scope.addEventListener("fetch", (event) => {
  const { mode, method } = event.request;
  if (mode === "navigate" && method === "GET") event.respondWith(answerNavigation(event));
});
scope.addEventListener("push", (event) => event.waitUntil(showPush(event.data)));
scope.addEventListener("notificationclick", (event) => event.waitUntil(openOwn(event.notification)));
scope.addEventListener("pushsubscriptionchange", (event) => {
  event.waitUntil(renewSubscription(event.oldSubscription ?? null));
});

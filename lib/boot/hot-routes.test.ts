import { expect, test } from "vitest";
import { hotRoute } from "./hot-routes";

test.each([
  ["POST", "/api/v1/events"],
  ["POST", "/api/v1/events/batch?pretty=1"],
  ["POST", "/api/realtime/auth"],
  ["GET", "/api/bell?tab=all"],
  ["GET", "/api/v1/users/ada/notifications"],
  ["GET", "/api/v1/users/ada/notifications?limit=10"],
])("answers %s %s without Next", (method, url) => {
  expect(hotRoute(method, url)).toBeTypeOf("function");
});

test.each([
  ["GET", "/api/v1/events"],
  ["GET", "/api/realtime/auth"],
  ["POST", "/api/bell"],
  ["POST", "/api/v1/users/ada/notifications"],
  ["GET", "/api/v1/users/ada/notifications/ntf_1"],
  ["GET", "/api/v1/users/ada%20l/notifications"],
  ["GET", "/api/v1/users/a/b/notifications"],
  ["GET", "/api/v1/users?x=/api/v1/users/ada/notifications"],
])("leaves %s %s to Next", (method, url) => {
  expect(hotRoute(method, url)).toBeUndefined();
});

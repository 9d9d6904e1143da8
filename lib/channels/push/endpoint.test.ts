import { expect, test } from "vitest";
import { endpointObjection } from "./endpoint";

test.each([
  "https://fcm.googleapis.com/fcm/send/abc:DEF",
  "https://updates.push.services.mozilla.com/wpush/v2/gAAAA",
  "https://web.push.apple.com/QGuQyavXutnMH",
  "https://wns2-db5p.notify.windows.com/w/?token=BQYAAA%3d",
])("%s is where a browser has its pushes delivered", (endpoint) => {
  expect(endpointObjection(endpoint, false)).toBeNull();
});

const FORGED = [
  ...[
    "https://fcm.googleapis.com.evil.test/x",
    "https://evil.test/fcm.googleapis.com",
    "https://evil.test/?fcm.googleapis.com",
  ],
  ...[
    "https://fcm.googleapis.com@evil.test/x",
    "https://evil.test#@fcm.googleapis.com/x",
    "https://evilfcm.googleapis.com/x",
  ],
  ...[
    "https://x.fcm.googleapis.com/x",
    "https://push.apple.com/x",
    "https://evilpush.apple.com/x",
    "https://notify.windows.com/x",
  ],
  ...[
    "https://FCM.googleapis.com/x",
    "HTTPS://fcm.googleapis.com/x",
    "https://fcm.googleapis.com:8443/x",
    "https://fcm.googleapis.com:443/x",
  ],
  ...["https://fcm.googleapis.com./x", "https://user:pass@fcm.googleapis.com/x", "http://fcm.googleapis.com/x"],
  ...["https://ｆcm.googleapis.com/x", "https://fcm。googleapis。com/x", "https://fcm.googleapis.com\\@evil.test/x"],
  ...["https://fcm.googleapis.com%2eevil.test/x", "https://\tfcm.googleapis.com/x", " https://fcm.googleapis.com/x"],
  ...[
    "https://fcm.gооgleapis.com/x",
    "https://127.0.0.1/x",
    "http://127.0.0.1:9/x",
    "https://localhost/x",
    "https://[::1]/x",
  ],
  ...[
    "https://web.push.apple.com.evil.test/x",
    "https://evil.test/.push.apple.com",
    "ftp://fcm.googleapis.com/x",
    "",
    "x",
  ],
];

test.each(FORGED)("%j is none (S11)", (endpoint) => {
  expect(endpointObjection(endpoint, false)).toMatch(/\.$/);
});

test("tests may reach loopback, and nothing else more", () => {
  expect(endpointObjection("http://127.0.0.1:9999/x", true)).toBeNull();
  expect(FORGED.filter((one) => endpointObjection(one, true) === null)).toEqual([
    ...["https://127.0.0.1/x", "http://127.0.0.1:9/x", "https://localhost/x", "https://[::1]/x"],
  ]);
});

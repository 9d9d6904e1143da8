import { expect, test } from "vitest";
import { networkOf, unfamiliar } from "./familiar";

const laptop = { device: "Firefox on Windows", address: "203.0.113.7" };

test("the first sign-in of all raises nothing", () => {
  expect(unfamiliar(laptop, [])).toBeNull();
});

test("another address of the same network, on the same device, is familiar", () => {
  expect(unfamiliar({ ...laptop, address: "203.0.113.99" }, [laptop])).toBeNull();
});

test("says whether the device or the place is new", () => {
  expect(unfamiliar({ ...laptop, device: "Chrome on Android" }, [laptop])).toEqual({ device: true, place: false });
  expect(unfamiliar({ ...laptop, address: "198.51.100.1" }, [laptop])).toEqual({ device: false, place: true });
});

test("a network is the same however its address is written", () => {
  expect(networkOf("::ffff:203.0.113.7")).toBe(networkOf("203.0.113.200"));
  expect(networkOf("2001:db8:1::1")).toBe(networkOf("2001:DB8:1:2::9"));
  expect(networkOf("2001:db8::1")).not.toBe(networkOf("2001:db8:1::1"));
  expect(networkOf("::1")).toBe(networkOf("127.0.0.1"));
});

import { expect, test } from "vitest";
import { Fresh } from "./fresh";

/** Loads "1", "2" and so on, each when the test says so. */
function counting() {
  const loads: { settle(): void; fail(): void }[] = [];
  const load = () =>
    new Promise<string>((resolve, reject) => {
      const nth = String(loads.length + 1);
      loads.push({ settle: () => resolve(nth), fail: () => reject(new Error(nth)) });
    });
  return { loads, load };
}

test("loads once for all who ask within the time, and anew after it or once forgotten", async () => {
  const { loads, load } = counting();
  const kept = new Fresh<string>(60_000);
  const both = [kept.get("a", load), kept.get("a", load)];
  loads[0]!.settle();
  expect(await Promise.all(both)).toEqual(["1", "1"]);
  kept.forget("a");
  const again = kept.get("a", load);
  loads[1]!.settle();
  expect(await again).toBe("2");
  const brief = new Fresh<string>(0);
  for (const n of [2, 3]) {
    const each = brief.get("a", load);
    loads[n]!.settle();
    expect(await each).toBe(String(n + 1));
  }
});

test("what failed is not kept, and takes nothing away that was asked after it", async () => {
  const { loads, load } = counting();
  const kept = new Fresh<string>(60_000);
  const failing = kept.get("a", load);
  kept.forget("a");
  const fresh = kept.get("a", load);
  loads[0]!.fail();
  await expect(failing).rejects.toThrow("1");
  loads[1]!.settle();
  expect(await fresh).toBe("2");
  expect(await kept.get("a", load)).toBe("2");
  const failed = kept.get("b", load);
  loads[2]!.fail();
  await expect(failed).rejects.toThrow("3");
  const anew = kept.get("b", load);
  loads[3]!.settle();
  expect(await anew).toBe("4");
});

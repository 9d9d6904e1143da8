import { topOfPage } from "@/components/ui/top-of-page";

/** Where the focus was: an element, and its way up to what holds the page. */
export interface Place {
  element: HTMLElement;
  /** From the nearest parent on, with the place within it. */
  path: { parent: Element; index: number }[];
  /** The page's address without its query. */
  page: string;
}

const CONTROLS = "a[href], button, input, select, textarea, summary, [tabindex]";

export function placeOf(element: HTMLElement, content: HTMLElement): Place {
  const path: Place["path"] = [];
  for (let child: Element = element; child !== content && child.parentElement; child = child.parentElement) {
    path.push({ parent: child.parentElement, index: [...child.parentElement.children].indexOf(child) });
  }
  return { element, path, page: location.pathname };
}

/**
 * Where the focus belongs once what had it is gone: the same drawn anew, else what now stands in its place, else what is
 * next, else what is before, as near as there is any; on another page, its title.
 */
export function refugeOf({ element, path, page }: Place): HTMLElement | null {
  if (page !== location.pathname) return topOfPage();
  for (const { parent, index } of path) {
    if (!parent.isConnected) continue;
    const children = [...parent.children];
    const found = twin(element, children[index]) ?? near(children, index);
    if (found) return found;
  }
  return topOfPage();
}

function twin(lost: HTMLElement, within: Element | undefined): HTMLElement | undefined {
  return within && controlsIn(within).find((one) => one.tagName === lost.tagName && nameOf(one) === nameOf(lost));
}

function nameOf(element: Element): string | null {
  return element.getAttribute("aria-label") ?? element.textContent;
}

function near(children: readonly Element[], index: number): HTMLElement | undefined {
  const [before, after] = [children.slice(0, index), children.slice(index)];
  return after.flatMap(controlsIn).at(0) ?? before.flatMap(controlsIn).at(-1);
}

function controlsIn(element: Element): HTMLElement[] {
  const all = [element, ...element.querySelectorAll(CONTROLS)];
  return all.filter((one): one is HTMLElement => one instanceof HTMLElement && isControl(one));
}

function isControl(element: HTMLElement): boolean {
  return element.tabIndex >= 0 && element.matches(`:is(${CONTROLS}):not(:disabled)`) && element.checkVisibility();
}

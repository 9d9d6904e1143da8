const DOTTED = "/icons/unread.svg";

/** Draws the dot on the tab's icon, or takes it away; the page's own icons are known by the address they came with. */
export function showRedDot(shown: boolean): void {
  for (const icon of document.querySelectorAll<HTMLLinkElement>("link[rel~=icon]")) {
    const plain = icon.dataset.plain ?? icon.getAttribute("href") ?? "";
    icon.dataset.plain = plain;
    const wanted = shown ? DOTTED : plain;
    // Set only where it differs: whoever watches the head would be called again.
    if (icon.getAttribute("href") !== wanted) icon.setAttribute("href", wanted);
  }
}

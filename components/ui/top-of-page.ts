/** Where reading a page begins: at its title, which this lets take the focus; without one, at what holds the page. */
export function topOfPage(): HTMLElement | null {
  const content = document.getElementById("content");
  const title = content?.querySelector("h1");
  if (title) title.tabIndex = -1;
  return title ?? content;
}

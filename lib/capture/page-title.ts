/** What the page is called; a form or picture of the name "title" hides the document's own. */
export function pageTitle(): string {
  const { title } = document as { title: unknown };
  return typeof title === 'string' ? title : (document.querySelector('title')?.textContent ?? '').trim();
}

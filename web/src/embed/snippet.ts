/** A line of HTML that shows a video's player and lanes on another site. */
export function snippetOf(origin: string, share: string, title: string): string {
  const source = `${origin}/embed/${encodeURIComponent(share)}`;
  // Attributes and no style: a site's content policy may forbid that.
  return `<iframe src="${attribute(source)}" title="${attribute(title)}" width="100%" height="680" allow="fullscreen" loading="lazy"></iframe>`;
}

function attribute(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/"/g, "&quot;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}

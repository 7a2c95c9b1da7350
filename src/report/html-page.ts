import { escapeHtml } from './escape.ts';
import { STYLE } from './html-style.ts';

/** Nothing may be loaded or sent: no script, image, font or form. Only the style sheet inside the page is allowed. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** A whole page: `main` and `footer` are HTML, `title` is text. */
export function pageHtml(title: string, main: string, footer: string): string {
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
<header><p class="product">Second Question</p><p class="quiet">This page sends nothing.</p></header>
<main id="main">
${main}
</main>
<footer>
${footer}
</footer>
</body>
</html>
`;
}

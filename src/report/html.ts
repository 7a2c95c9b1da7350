/**
 * The critique as one self-contained page that can be read on a screen, printed, and kept.
 */
import type { Critique } from '../critique.ts';
import { escapeHtml } from './escape.ts';
import { itemHtml } from './html-item.ts';
import { checklistSection, identifyingSection, languageSection, listSections, readingSection } from './html-lists.ts';
import type { Section } from './html-lists.ts';
import { traceSection } from './html-trace.ts';
import { pageHtml } from './html-page.ts';
import { profileHtml } from './html-profile.ts';
import type { ReportContext } from './rule-book.ts';
import { countWords, footWords, itemViews, offerWords, profileWords, readingWords, tierCounts, unreadable } from './view.ts';
import type { ItemView } from './view.ts';
import { ELEMENT_WORDS, NEEDS_WORDS } from './words.ts';

/** One page for one critique: no script, nothing loaded, nothing sent. */
export function htmlReport(critique: Critique, context: ReportContext): string {
  const { source } = critique.document;
  const main = unreadable(critique) ? unreadMain(critique) : readMain(critique, itemViews(critique, context));
  const foot = `<h2>Before you use this page</h2>\n<ul>${footWords(critique, context.plan ?? false).map((line) => `<li>${line}</li>`).join('')}</ul>`;
  return pageHtml(`${source} – Second Question`, main, foot);
}

function unreadMain(critique: Critique): string {
  const said = critique.messages.filter((message) => message.level === 'error').map((message) => `<p>${escapeHtml(message.text)}</p>`);
  return `<h1>${escapeHtml(critique.document.source)} could not be read</h1>\n${said.join('\n')}`;
}

function readMain(critique: Critique, views: readonly ItemView[]): string {
  const sections = sectionsOf(critique, views);
  return [head(critique), contents(sections, views), ...sections.map((one) => `<section aria-labelledby="${one.id}">\n<h2 id="${one.id}">${one.title}</h2>\n${one.html}\n</section>`)].join('\n');
}

function sectionsOf(critique: Critique, views: readonly ItemView[]): readonly Section[] {
  const lists = listSections(critique);
  const asks = views.length === 0 ? lists : [...changes(critique), profile(critique), recommendations(views), ...traceSection(critique), ...lists];
  return [...asks, ...languageSection(critique), ...checklistSection(critique), ...identifyingSection(critique), readingSection(critique)];
}

function head(critique: Critique): string {
  const { title, source } = critique.document;
  const offers = critique.items.length === 0 ? `\n<p>${offerWords(critique)}</p>` : '';
  return `<h1>${escapeHtml(title ?? source)}</h1>
<p class="quiet">${title === null ? '' : `${escapeHtml(source)} · `}${readingWords(critique)}</p>
<p class="counts">${countWords(critique).map(tied).join(' · ')}</p>
<p>This page asks questions of a text. It does not judge the people who wrote it, or the people it is about.</p>${offers}`;
}

/** A number stays on one line with the word beside it. */
function tied(words: string): string {
  return words.replace(/(?<=\d) | (?=\d)/g, '\u00a0');
}

function contents(sections: readonly Section[], views: readonly ItemView[]): string {
  const items = views.map((view) => `<li><a href="#item-${escapeHtml(view.id)}">${escapeHtml(view.label)}</a> ${view.tier}</li>`).join('');
  const links = sections.map((one) => `<li${one.id === 'recommendations' ? ' class="open"' : ''}><a href="#${one.id}">${one.title}</a>${one.id === 'recommendations' ? `<ul>${items}</ul>` : ''}</li>`);
  return `<nav aria-labelledby="contents"><h2 id="contents">On this page</h2><ul>${links.join('')}</ul></nav>`;
}

function changes(critique: Critique): readonly Section[] {
  const five = critique.summary.changes.slice(0, 5);
  const list = five.map((change) => `<li>${escapeHtml(change.text)} <span class="needs">(${NEEDS_WORDS[change.needs]})</span></li>`).join('');
  return five.length === 0 ? [] : [{ id: 'changes', title: 'What would help this draft most', html: `<ol class="changes">${list}</ol>` }];
}

function profile(critique: Critique): Section {
  const tiers = tierCounts(critique).map((entry) => `<li>${entry.words}: <b>${entry.number}</b></li>`).join('');
  const words = profileWords(critique).map(tied).join(' · ');
  return { id: 'profile', title: 'The recommendations together', html: `<ul>${tiers}</ul>\n<p>${words.charAt(0).toUpperCase()}${words.slice(1)}</p>\n${profileHtml(critique)}` };
}

function recommendations(views: readonly ItemView[]): Section {
  const parts = [...(['agency', 'action', 'measure', 'deadline'] as const).map((element) => [element, ELEMENT_WORDS[element]] as const), ['cliche', 'cliché'] as const];
  const meanings: Readonly<Record<string, string>> = { agency: 'who would act', action: 'what they would do', measure: 'how anyone would know', deadline: 'by when', cliche: 'a worn phrase' };
  const key = parts.map(([kind, label]) => `<span class="tag tag-${kind}">${label}</span><span class="m m-${kind} d0">${meanings[kind] ?? ''}</span>`).join(' ');
  return { id: 'recommendations', title: `Recommendations (${views.length})`, html: `<p class="key">Marks: ${key}</p>\n${views.map(itemHtml).join('\n')}` };
}

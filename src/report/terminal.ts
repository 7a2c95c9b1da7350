/**
 * The critique as lines for a terminal.
 */
import picocolors from 'picocolors';
import type { Critique, Unit } from '../critique.ts';
import { detailPlaces, identifyingView } from './identifying-view.ts';
import type { ReportContext } from './rule-book.ts';
import { clicheGroups, countWords, footWords, itemViews, offerWords, pageWords, profileWords, readingWords, tierCounts, unitsOf, unreadable } from './view.ts';
import type { ItemView, Row, Words } from './view.ts';
import { CONTEXT_NOTE, groupWords, humanised, meter, NEEDS_WORDS, NOT_FOUND, NOT_SCORED } from './words.ts';
import { plain, shortened, wrap, wrapParts } from './wrap.ts';

const LISTED = 5;
/** Details of one kind that are named. */
const DETAILS = 8;
const MARGIN = '    ';
/** Columns of the names who, what, know, when and their like. */
const NAME = 10;

interface Pen {
  readonly width: number;
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly ask: (text: string) => string;
  readonly mark: (text: string) => string;
}

/** Lines of at most `width` (80) columns; in colour only where asked. */
export function terminalReport(critique: Critique, context: ReportContext): string {
  const colours = picocolors.createColors(context.colour ?? false);
  const pen: Pen = { width: Math.max(40, context.width ?? 80), bold: colours.bold, dim: colours.dim, ask: colours.cyan, mark: colours.yellow };
  const parts = unreadable(critique) ? [unread(critique, pen)] : readable(critique, context, pen);
  return `${parts.filter((part) => part.length > 0).map((part) => part.join('\n')).join('\n\n')}\n`;
}

function unread(critique: Critique, pen: Pen): readonly string[] {
  const said = critique.messages.filter((message) => message.level === 'error').flatMap((message) => wrap(message.text, pen.width, MARGIN));
  return [pen.bold(`${plain(critique.document.source)} could not be read`), ...said];
}

function readable(critique: Critique, context: ReportContext, pen: Pen): readonly (readonly string[])[] {
  const views = itemViews(critique, context);
  const empty = views.length === 0;
  const limit = empty ? Number.POSITIVE_INFINITY : LISTED;
  return [
    head(critique, pen),
    ...(empty ? [wrap(offerWords(critique), pen.width)] : []),
    changes(critique, pen),
    ...views.map((view) => item(view, pen)),
    ...lists(critique, limit, pen),
    phrases(critique, pen),
    appraisal(critique, pen),
    identifying(critique, pen),
    messages(critique, pen),
    foot(critique, context, pen),
  ];
}

function head(critique: Critique, pen: Pen): readonly string[] {
    const tiers = tierCounts(critique).map((entry) => `${lower(entry.words)} ${entry.number}`);
  return [
    ...wrap(`${critique.document.source} · ${readingWords(critique)}`, pen.width, '', '  ', pen.bold),
    ...wrapParts(countWords(critique), pen.width),
    ...(critique.items.length === 0 ? [] : [...wrapParts(tiers, pen.width), ...wrapParts(profileWords(critique), pen.width)]),
  ];
}

function lower(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}

function changes(critique: Critique, pen: Pen): readonly string[] {
  const five = critique.summary.changes.slice(0, 5);
  if (five.length === 0) return [];
  return [pen.bold('What would help this draft most'), ...five.flatMap((change, index) => wrap(`${change.text} (${NEEDS_WORDS[change.needs]})`, pen.width, ` ${index + 1}  `))];
}

function item(view: ItemView, pen: Pen): readonly string[] {
  return [
    ...heading(view, pen),
    ...view.units.flatMap((unit) => wrap(unit.text, pen.width, MARGIN + subNumber(view, unit))),
    ...view.rows.flatMap((row) => evidence(row, pen)),
    ...view.cliches.flatMap(({ hits, effect }) => cliche(hits.map((hit) => hit.text), effect, pen)),
    ...view.blame.flatMap((hit) => named('wording', `“${plain(hit.text)}” can place blame: ${lower(hit.why)}`, pen, pen.mark)),
    ...view.remarks.flatMap((remark) => named('note', remark, pen)),
    ...view.aside.flatMap((one) => named('not so', one, pen)),
    ...(view.answers.length === 0 ? [] : named('answers', view.answers.map((one) => one.words).join(', '), pen)),
    ...(view.frameOpen ? view.frames.flatMap((frame) => named('frame', frame, pen, pen.dim)) : []),
    ...view.questions.flatMap((question) => wrap(question, pen.width, `${MARGIN}?  `, `${MARGIN}   `, pen.ask)),
  ];
}

/** "R3  p. 19  Owner and action     who ███ what ██· know ··· when ···", on two lines where one is too narrow. */
function heading(view: ItemView, pen: Pen): readonly string[] {
  const title = [plain(view.label), pageWords(view.page), view.tier].filter((part) => part !== '').join('  ');
  const meters = view.levels.map(({ name, level }) => `${name} ${meter(level)}`).join(' ');
  const column = pen.width - meters.length;
  return column - title.length >= 2 ? [`${pen.bold(title)}${' '.repeat(column - title.length)}${meters}`] : [...wrap(title, pen.width, '', MARGIN, pen.bold), `${MARGIN}${meters}`];
}

/** "(a) " for a lettered part of an item, "• " for a part without a number, nothing for the first. */
function subNumber(view: ItemView, unit: Unit): string {
  const [first] = view.units;
  const whole = first?.number ?? null;
  if (unit === first) return '';
  if (unit.number === null || unit.number === whole) return '• ';
  const own = whole !== null && unit.number.startsWith(whole) ? unit.number.slice(whole.length) : unit.number;
  return `${plain(own)} `;
}

function evidence(row: Row, pen: Pen): readonly string[] {
  const says = row.says.map((say) => lower(say).replace(/\.$/, '')).join('; ');
  if (row.scored && row.level === null) return named(row.name, NOT_SCORED, pen, pen.dim);
  if (row.words.length === 0) return named(row.name, row.level === 0 || says === '' ? NOT_FOUND : says, pen, pen.dim);
  return named(row.name, `${row.words.map(quoted).join(', ')}${says === '' ? '' : ` – ${says}`}`, pen);
}

function quoted(words: Words): string {
  return `“${shortened(words.text, 90)}”${words.context ? ` (${CONTEXT_NOTE})` : ''}`;
}

function cliche(texts: readonly string[], effect: string, pen: Pen): readonly string[] {
  return named('cliché', `${texts.map((text) => `“${plain(text)}”`).join(', ')} ${effect}`, pen, pen.mark);
}

function named(name: string, text: string, pen: Pen, paint?: (line: string) => string): readonly string[] {
  return wrap(text, pen.width, `${MARGIN}${name.padEnd(NAME)}`, undefined, paint);
}

/** Learning points and questions; the questions first where they are the review's method. */
function lists(critique: Critique, limit: number, pen: Pen): readonly (readonly string[])[] {
  const learning = list('Learning points', unitsOf(critique, 'learning-point'), limit, pen);
  const questions = list('Questions to the board', unitsOf(critique, 'question'), limit, pen);
  return critique.document.method === 'questions' ? [questions, learning] : [learning, questions];
}

function list(title: string, units: readonly Unit[], limit: number, pen: Pen): readonly string[] {
  if (units.length === 0) return [];
  const shown = units.slice(0, limit).flatMap((unit) => {
    const number = unit.number === null ? '–' : plain(unit.number);
    const text = Number.isFinite(limit) ? shortened(unit.text, 160) : unit.text;
    return wrap(`${text}${pageWords(unit.page, ' (', ')')}`, pen.width, `${MARGIN}${number}  `);
  });
  const more = units.length > limit ? [pen.dim(`${MARGIN}… and ${units.length - limit} more: all of them are in --format html and json`)] : [];
  return [pen.bold(`${title} (${units.length})`), ...shown, ...more];
}

function phrases(critique: Critique, pen: Pen): readonly string[] {
  const groups = clicheGroups(critique);
  if (groups.length === 0) return [];
  const lines = groups.flatMap(({ group, entries }) => {
    const words = entries.map(({ hits }) => `“${plain(hits[0]?.text ?? '')}”${hits.length > 1 ? ` ${hits.length} times` : ''}`).join(', ');
    return wrap(`${humanised(groupWords(group).many)}: ${words}`, pen.width, MARGIN, `${MARGIN}  `);
  });
  return [pen.bold('Language over the whole review'), ...lines];
}

function appraisal(critique: Critique, pen: Pen): readonly string[] {
  const { items, checklist } = critique.appraisal;
  if (items.length === 0) return [];
  const lines = items.flatMap(({ id, answer, asked, says, evidence: found }) => {
    const place = found[0] ? ` – “${shortened(found[0].text, 80)}”${pageWords(found[0].page, ' (', ')')}` : '';
    return wrap(`${asked ?? humanised(id)}: ${says ?? (answer === 'not found' ? NOT_FOUND : answer)}${place}`, pen.width, MARGIN, `${MARGIN}  `);
  });
  return [pen.bold(`Checklist (${checklist})`), ...lines];
}

/** Places are in the page and in the data; here the words are enough to look for. */
function identifying(critique: Critique, pen: Pen): readonly string[] {
  const view = identifyingView(critique);
  if (view === null) return [];
  const groups = view.groups.flatMap(({ name, question, details }) => {
    const shown = details.slice(0, DETAILS).map((one) => `“${shortened(one.text, 60)}”${detailPlaces(one) === '' ? '' : ` (${detailPlaces(one)})`}`);
    return [...wrap(`${name}: ${shown.join(', ')}${details.length > DETAILS ? ` and ${details.length - DETAILS} more` : ''}`, pen.width, MARGIN, `${MARGIN}  `), ...wrap(question, pen.width, `${MARGIN}?  `, `${MARGIN}   `, pen.ask)];
  });
  const aside = view.aside.length === 0 ? [] : wrap(`Looked at and kept: ${view.aside.map(({ text }) => `“${shortened(text, 60)}”`).join(', ')}`, pen.width, MARGIN, `${MARGIN}  `, pen.dim);
  return [pen.bold(view.title), ...groups, ...aside, ...wrap(view.says, pen.width, MARGIN, MARGIN, pen.dim)];
}

function messages(critique: Critique, pen: Pen): readonly string[] {
  if (critique.messages.length === 0) return [];
  const lines = critique.messages.flatMap((message) => wrap(`${message.text}${pageWords(message.page, ' (', ')')}`, pen.width, `${MARGIN}${message.level === 'info' ? 'note' : message.level}  `));
  return [pen.bold('About the reading'), ...lines];
}

function foot(critique: Critique, context: ReportContext, pen: Pen): readonly string[] {
  return footWords(critique, context.plan ?? false).flatMap((line) => wrap(line, pen.width, '', '', pen.dim));
}

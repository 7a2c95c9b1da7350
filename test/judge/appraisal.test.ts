import { describe, expect, it } from 'vitest';
import type { Appraisal, DocumentKind, Kind } from '../../src/critique.ts';
import causes from '../../models/causes.json' with { type: 'json' };
import lcspr from '../../models/checklists/lcspr.json' with { type: 'json' };
import { appraise } from '../../src/judge/appraisal.ts';
import { CHECKLIST_IDS, checklists } from '../../src/judge/checklist.ts';
import { findCandidates } from '../../src/structure/candidates.ts';
import { documentOf, models } from '../support/judging.ts';

/** Appraises a text in Markdown; sentences are of kind `other` unless their first words are named. */
function appraisalOf(text: string, kinds: Readonly<Record<string, Kind>> = {}, kind: DocumentKind = 'lcspr'): Appraisal {
  const document = documentOf(text);
  const structure = findCandidates(document, models.headings);
  const units = structure.candidates.map(({ start, end, text: own }) => ({ start, end, text: own, kind: Object.entries(kinds).find(([opens]) => own.startsWith(opens))?.[1] ?? 'other' }));
  const scopes = units.filter((unit) => unit.kind === 'recommendation').map(({ start, end, text: own }) => ({ start, end, scope: own.includes('Home Office') ? ('national' as const) : ('local' as const) }));
  return appraise({ document, structure, units, scopes }, kind, models);
}

function answer(id: string, text: string, kinds: Readonly<Record<string, Kind>> = {}): string | undefined {
  return appraisalOf(text, kinds).items.find((item) => item.id === id)?.answer;
}

describe('appraise', () => {
  it('answers every item of the checklist, each with its words', () => {
    const { items, checklist } = appraisalOf('# Review: Fern\n\nThe review covers the two years to May 2030.\n');
    expect(checklist).toBe('lcspr');
    expect(items.map(({ id }) => id)).toEqual([...CHECKLIST_IDS]);
    for (const item of items) expect([item.id, typeof item.says, item.asked === '']).toEqual([item.id, 'string', false]);
  });

  it('gives evidence that stands where it says', () => {
    const text = '# Review: Fern\n\nHer mother said that nobody rang. I met eleven practitioners twice.\n';
    const document = documentOf(text);
    for (const { evidence } of appraisalOf(text).items) for (const { start, end, text: words } of evidence) expect(document.text.slice(start, end)).toBe(words);
  });

  it('has nothing to go through in a list of recommendations', () => {
    expect(appraisalOf('The Trust should ring.\n', {}, 'list')).toEqual({ checklist: 'none', items: [] });
  });

  it('asks a rapid review by its own list', () => {
    const { checklist, items } = appraisalOf('Rapid review.\n', {}, 'rapid-review');
    expect(checklist).toBe('rapid-review');
    expect(items.find(({ id }) => id === 'lines-of-enquiry')?.edition).toContain('2019');
  });
});

describe('family views', () => {
  it.each([
    ['detailed', 'His mother wished that the school had rung. She told the reviewer so. The father said that he was never asked. His aunt would like a lamp on the stairs.'],
    ['limited', 'His mother wished that the school had rung her first.'],
    ['absent-with-reason', 'The parents were not approached because of criminal proceedings.'],
    ['absent-with-reason', 'Both parents declined to contribute.'],
    ['absent', 'The school keeps two registers.'],
  ])('are %s', (expected, text) => { expect(answer('family-views', `${text}\n`)).toBe(expected); });

  it('are shown in words', () => {
    const says = (text: string): string | undefined => appraisalOf(text).items.find(({ id }) => id === 'family-views')?.says;
    expect([says('The school keeps two registers.\n'), says('Both parents declined to contribute.\n')]).toEqual(['not found in the text', 'not included, reason given']);
  });
});

describe('the other items', () => {
  it.each([
    ['practitioner-involvement', 'found', 'I met eleven practitioners twice.'],
    ['practitioner-involvement', 'partly', 'It was explained: nurses told the review that the rota had changed.'],
    ['practitioner-involvement', 'not-found', 'The river rose.'],
    ['ethnicity', 'found', 'Fern is of Black Caribbean heritage.'],
    ['ethnicity', 'found', 'The ethnicity of the family has been considered and is deliberately not stated.'],
    ['ethnicity', 'partly', 'Ethnicity was not recorded.'],
    ['methodology', 'found', 'The review used a systems method.'],
    ['statutory-text', 'found', 'Serious child safeguarding cases are those in which abuse or neglect of a child is known or suspected. The child has died or been seriously harmed.'],
    ['statutory-text', 'not-found', 'The river rose.'],
    ['criteria-decision', 'found', 'The criteria for a review are met.'],
    ['dissemination-plan', 'found', 'The learning will be shared at a briefing in May.'],
    ['lines-of-enquiry', 'found', '## Lines of enquiry\n\nWhat did each agency know?'],
    ['review-period', 'found', 'The period examined runs from May 2030 to the injury.'],
    ['review-period', 'partly', 'She was born in 2028. He left in June 2030.'],
    ['child-voice', 'found', '# Review: Fern\n\nFern said she was cold. Fern was six. Fern liked owls.'],
    ['child-voice', 'not-found', 'The river rose.'],
    ['author-named', 'found', 'Author: Jane Osei'],
    ['author-named', 'partly', 'The lead reviewer is a retired nurse.'],
    ['executive-summary', 'found', '## Executive summary\n\nIn short.'],
    ['action-plan', 'found', '| Action | Owner | By when |\n|---|---|---|\n| Ring | Trust | May 2031 |'],
    ['action-plan', 'not-found', 'The river rose.'],
    ['agencies', 'found', '## Agencies involved\n\nThe council and the trust.'],
    ['immediate-safeguarding', 'found', 'Both siblings have been seen and are safe.'],
    ['why-explored', 'no', 'Fathers were not asked about.'],
    ['why-explored', 'partly', 'Fathers were not asked about because the form has one field.'],
  ])('%s: %s', (id, expected, text) => { expect(answer(id, `${text}\n`)).toBe(expected); });

  it('praise of ordinary duty is good practice in part', () => {
    expect(answer('good-practice', 'Referrals were timely.\n', { Referrals: 'good-practice' })).toBe('partly');
    expect(answer('good-practice', 'She drove to the port on her rest day.\n', { She: 'good-practice' })).toBe('found');
  });

  it('what is asked of the Home Office is asked nationally', () => {
    expect(answer('national-recommendations', 'The Home Office should set a limit.\n', { The: 'recommendation' })).toBe('found');
    expect(answer('national-recommendations', 'The school should ring.\n', { The: 'recommendation' })).toBe('not-found');
  });

  it('a chronology is a share of dated sentences', () => {
    const dated = Array.from({ length: 24 }, (_, day) => `On ${day + 1} May the nurse rang.`).join(' ');
    expect([answer('detailed-chronology', `${dated}\n`), answer('detailed-chronology', 'On 1 May the nurse rang.\n')]).toEqual(['found', 'not-found']);
  });
});

describe('the data', () => {
  it('has an example for every pattern', () => {
    const entries = lcspr.entries.flatMap((entry) => [...entry.found, ...entry.partly, ...entry.headings, ...(entry.unless ?? [])].map((one): [typeof one, string] => [one, 'iu']).concat((entry.cased ?? []).map((one) => [one, 'u'])));
    const tags = [...causes.cues, ...causes.failures, ...causes.qualities, ...causes.unused, ...causes.tags].map((one): [typeof one, string] => [one, 'iu']);
    expect([...entries, ...tags].filter(([{ pattern, example }, flags]) => !new RegExp(pattern, flags).test(example)).map(([{ example }]) => example)).toEqual([]);
  });

  it('names the edition and a source in every entry', () => {
    expect(lcspr.entries.filter(({ edition, source, shown }) => edition === '' || source === '' || Object.keys(shown).length === 0)).toEqual([]);
  });

  it('extends only a list that stands by itself', () => {
    expect(() => checklists([{ id: 'a', version: '1', name: 'A', note: '', extends: 'b', entries: [] }])).toThrow(/extends "b"/);
  });
});

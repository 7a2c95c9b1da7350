import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DocumentKind, Identifying, Kind } from '../../src/critique.ts';
import { nameOfChild } from '../../src/judge/checklist-answers.ts';
import { findIdentifying } from '../../src/judge/identifying.ts';
import { isForm } from '../../src/judge/identifying-names.ts';
import identifying from '../../models/identifying.json' with { type: 'json' };
import { findCandidates } from '../../src/structure/candidates.ts';
import { documentOf, models } from '../support/judging.ts';

/** Sentences are of kind `other` unless their first words are named. */
function found(text: string, kinds: Readonly<Record<string, Kind>> = {}, kind: DocumentKind = 'lcspr'): Identifying {
  const document = documentOf(text);
  const units = findCandidates(document, models.headings).candidates.map(({ start, end, text: own }) => ({ start, end, kind: Object.entries(kinds).find(([opens]) => own.startsWith(opens))?.[1] ?? ('other' as const) }));
  const report = findIdentifying({ document, kind, units, deadlines: [], child: nameOfChild({ document }), common: (word) => models.vectors.rows.has(word) }, models.identifying);
  if (report === null) throw new Error('nothing was looked for');
  return report;
}

function details(text: string, kinds: Readonly<Record<string, Kind>> = {}): readonly string[] {
  return found(text, kinds).details.map(({ kind, text: words }) => `${kind}: ${words}`);
}

const FERN = '# Local Child Safeguarding Practice Review: Fern\n\nFern liked toast. Fern was six. Fern had a cat. Fern slept well.\n\n';

describe('details that could identify', () => {
  it.each([
    ['birth-date: born 3 June 2018', 'The boy, born 3 June 2018, was admitted.'],
    ['birth-date: DOB 03/06/2018', 'The boy (DOB 03/06/2018) was admitted.'],
    ['birth-date: d.o.b. 3.6.18', 'The boy, d.o.b. 3.6.18, was admitted.'],
    ['birth-date: her tenth birthday in May 2030', 'She wants it before her tenth birthday in May 2030.'],
    ['exact-date: 14 March 2030', 'She died on 14 March 2030.'],
    ['exact-date: Friday 14 March', 'She was taken to hospital on Friday 14 March.'],
    ['exact-date: 14th of March', 'He was arrested on the 14th of March.'],
    ['address: 31 Quay Terrace', 'He was seen behind 31 Quay Terrace.'],
    ['address: Tannery Row', 'They rented a house in Tannery Row from a landlord.'],
    ['address: QX4 7ZD', 'Letters went to QX4 7ZD in error.'],
    ['address: Marsh Lane estate', 'They lived on the Marsh Lane estate.'],
    ['address: the village of Tarrant Combe', 'She lives in the village of Tarrant Combe now.'],
    ['setting: Larkfield Primary School', 'She went to Larkfield Primary School.'],
    ['setting: St Brannoc’s Church of England Primary', 'A teacher at St Brannoc’s Church of England Primary rang.'],
    ['setting: Brackmoor surgery', 'The receptionist of Brackmoor surgery rang.'],
    ['setting: Little Puffins', 'The nursery teacher at Little Puffins wrote it down.'],
    ['person: PC Lovelock', 'It was PC Lovelock who rang.'],
    ['person: PC 4471', 'It was PC 4471 who rang.'],
    ['person: Mrs Lessingham', 'None of this was told to Mrs Lessingham.'],
    ['person: Shannon', 'Her sister Shannon was asked.'],
    ['person: Tiago', 'The boy (real name Tiago) was asked.'],
    ['person: Kwame', 'They kept asking me where Kwame was.'],
    ['number: NHS number 943 476 5919', 'The boy, NHS number 943 476 5919, was asked.'],
    ['number: someone@example.org', 'She wrote to someone@example.org twice.'],
    ['employer: a lorry driver for Hanmoor Haulage', 'Her father, a lorry driver for Hanmoor Haulage, was away.'],
    ['employer: at the Pellmoor crisp factory', 'Her mother worked nights at the Pellmoor crisp factory.'],
    ['scene: the underpass behind Gullmouth bus station', 'He was hurt in the underpass behind Gullmouth bus station.'],
    ['rare: biliary atresia', 'She was born with biliary atresia.'],
    ['rare: the only Welsh-speaking family in the', 'They were the only Welsh-speaking family in the village.'],
    ['name: Corranby', 'He was found in a flat in Corranby with two phones.'],
  ])('%s', (expected, sentence) => {
    expect(details(`${FERN}${sentence}\n`)).toContain(expected);
  });

  it.each([
    ['what public bodies are called', 'The Northmere Safeguarding Children Partnership wrote to Northmere Council, Saltmere Police and Northmere General Hospital.'],
    ['the name given for the review', 'Fern told Ms B that Child Elm was her friend.'],
    ['kinds of places without a name', 'The Primary School and the Local Surgery were told. Does practice need it? The ward clerk rang.'],
    ['days of meetings and publication', 'The panel met on 3 May 2030. The review was published on 4 June 2031. The period runs from 1 May 2028 to 4 May 2030.'],
    ['days by which something is to be done', 'It will be ready by 3 May 2031.'],
    ['who made the review', 'The author, Dr Amara Osei, chaired the panel.'],
    ['months alone', 'In May 2030 she was seen by a nurse.'],
    ['authors of literature', 'This is well known (Marchetti and Oyelaran 2026).'],
  ])('are not %s', (_, sentence) => {
    expect(details(`${FERN}${sentence}\n`)).toEqual([]);
  });

  it('are not dates in a recommendation or in a plan', () => {
    const plan = '| Action | Who | When |\n|---|---|---|\n| Ring the aunt | Head of Service | 3 May 2031 |\n';
    expect(details(`${FERN}Ring the aunt who was arrested on 3 May 2031.\n\n${plan}`, { Ring: 'recommendation' })).toEqual([]);
  });

  it('are one with several places, a school also by its first word', () => {
    const [detail] = found(`${FERN}She was at Elmgate Academy. Nobody at Elmgate rang. She left Elmgate Academy.\n`).details;
    expect([detail?.text, detail?.places.map(({ text }) => text)]).toEqual(['Elmgate Academy', ['Elmgate Academy', 'Elmgate', 'Elmgate Academy']]);
  });

  it('say of a date whether the row is about the review', () => {
    const grid = (label: string): readonly string[] => details(`${FERN}| Question | Answer |\n|---|---|\n| ${label} | 13 June 2029 |\n`);
    expect([grid('Date of notification'), grid('When he was hurt')]).toEqual([[], ['exact-date: 13 June 2029']]);
  });
});

describe('a name in more than one form', () => {
  it('is a prompt', () => {
    expect(details(`${FERN}Ferna went home.\n`)).toContain('two-forms: Ferna');
  });

  it.each([['Jaydon', 'Jay', true], ['Ivor', 'Ivo', true], ['Lynnet', 'Linnet', true], ['Ferns', 'Fern', false], ['Robin', 'Rowan', false]])('%s of %s: %s', (text, name, expected) => {
    expect([isForm(text, name), isForm(name, text)]).toEqual([expected, expected]);
  });
});

describe('the list', () => {
  it('says that it is no clearance, also where it is empty', () => {
    const { use, says, details: none } = found(FERN);
    expect([use, none]).toEqual(['publication', []]);
    expect(says).toContain('not clearance to publish');
  });

  it('of a rapid review says who may have it', () => {
    expect(found(FERN, {}, 'rapid-review').use).toBe('confidential');
  });

  it('is not made for what tells of no child', () => {
    const document = documentOf('The service is good. PC Lovelock said so.\n');
    expect(findIdentifying({ document, kind: 'inspection', units: [], deadlines: [], child: null, common: () => false }, models.identifying)).toBeNull();
  });

  it('gives the words at each place, in any text, and the same twice', () => {
    fc.assert(fc.property(fc.array(fc.oneof(fc.string(), fc.constantFrom('Born 3 May 2018. ', 'Elm Lane Primary School', 'Mrs Lessingham ', ' 3 June', '\n\n', '| a | b |\n')), { maxLength: 12 }), (parts) => {
      const document = documentOf(parts.join(''));
      const input = { document, kind: 'lcspr' as const, units: [], deadlines: [], child: null, common: (): boolean => false };
      const report = findIdentifying(input, models.identifying);
      for (const { places } of report?.details ?? []) for (const { start, end, text } of places) expect(document.text.slice(start, end)).toBe(text);
      expect(findIdentifying(input, models.identifying)).toEqual(report);
    }), { numRuns: 60 });
  });
});

it('every pattern has an example that it matches', () => {
  const patterns = [...identifying.kinds.flatMap(({ patterns: list }) => list), ...identifying.life, ...identifying.administrative, ...identifying.authors];
  const wrong = patterns.filter(({ pattern, example, ...rest }) => !['', 'and Ash, an alternative provider', ' school'].some((after) => new RegExp(pattern, 'caseSensitive' in rest ? 'u' : 'iu').test(`We were ${example}${after}`)));
  expect(wrong).toEqual([]);
});

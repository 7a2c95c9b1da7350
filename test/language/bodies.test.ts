import { describe, expect, it } from 'vitest';
import type { Body } from '../../src/critique.ts';
import { findBodies, groupBodies } from '../../src/language/bodies.ts';
import { marked } from '../support/marked.ts';
import { models } from '../support/judging.ts';

/** Each body is marked with its kind; an unmarked sentence has none. */
const SENTENCES: readonly string[] = [
  '{named:Holmere ICB} should ask.',
  '{named:Holmere Integrated Care Board} should ask.',
  '{named:The police} and {named:Holmere Council} should ask.',
  '{partnership:The Holmere Safeguarding Children Partnership} should ask.',
  '{partnership:The Sandwick and Holmere Safeguarding Children Partnership} should ask.',
  '{post:The named doctor} should ask.',
  '{named:CAMHS} should ask.',
  '{named:The MASH} should ask.',
  '{named:Ofsted} should ask.',
  '{named:The Home Office} should ask.',
  '{sector:Schools} should ask.',
  '{sector:GPs} should ask.',
  '{sector:Health visitors} should ask.',
  '{generic:All agencies} should ask.',
  '{generic:Professionals} should ask.',
  '{generic:Practitioners} should ask.',
  'It snowed on the moor.',
  'The hawthorn should be cut.',
];

describe('findBodies', () => {
  it.each(SENTENCES)('%s', (source) => {
    const { text, spans } = marked(source);
    const found = findBodies(text, models.bodies).map((match) => [match.body, text.slice(match.start, match.end)]);
    expect(found).toEqual(spans.map((span) => [span.name as Body, span.text]));
  });

  it('gives a national body its scope', () => {
    expect(findBodies('The Home Office should ask.', models.bodies)[0]?.scope).toBe('national');
  });

  it('takes no part of a longer word for a body', () => {
    expect(findBodies('The mashers and the schooling stood there.', models.bodies)).toEqual([]);
  });
});

/** Each co-ordinated phrase is marked. */
const PHRASES: readonly string[] = [
  '{g:Sandwick Constabulary, Holmere ICB and Holmere Council} should ask.',
  '{g:Sandwick Constabulary} said that it snowed on the evening before {g:Holmere ICB} met.',
  '{g:All agencies (Sandwick Constabulary, Holmere ICB)} should ask.',
  '{g:The Holmere Safeguarding Children Partnership (HSCP)} should ask.',
];

describe('groupBodies', () => {
  it.each(PHRASES)('%s', (source) => {
    const { text, spans } = marked(source);
    expect(groupBodies(text, findBodies(text, models.bodies)).map(({ start, end }) => text.slice(start, end))).toEqual(spans.map((span) => span.text));
  });

  it('sees named bodies that are listed behind a generic owner', () => {
    const text = 'All agencies (Sandwick Constabulary, Holmere ICB) should ask.';
    expect(groupBodies(text, findBodies(text, models.bodies))[0]?.listed).toBe(true);
  });
});

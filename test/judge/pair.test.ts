import { describe, expect, it } from 'vitest';
import type { Critique } from '../../src/critique.ts';
import { comparePair } from '../../src/judge/pair.ts';
import { critique } from '../../src/node/easy.ts';
import { models } from '../support/judging.ts';

const RAPID = `Rapid review: Child Fern

Learning

Dental letters were not read by the practice.

Recommendations

1. The ICB should raise awareness of dental neglect with practices.
2. Telephone the nineteen families whose nursery place has ended.
3. Holmere Police should check the spelling of names in the custody log.

Lines of enquiry

1. Why did nobody connect the dental letters with the nursery's worries?
2. How was the interpreter chosen for the home visits?
`;
const LCSPR = `Local Child Safeguarding Practice Review: Child Fern

Analysis

The dental letters lay in one inbox and the nursery's worries in another, and nobody was asked to connect the dental letters with the nursery's worries.

Learning

Dental letters and nursery worries mean more together than apart: somebody has to connect the dental letters with the nursery's worries.

Actions already taken

The council has since telephoned the nineteen families whose nursery place had ended.

Recommendations

1. Holmere ICB should ask every practice to code letters about dental neglect by June 2033, so that awareness of dental neglect can be counted in practices.
2. The Partnership should publish a register of respite places by June 2033.
`;

const read = async (text: string, name: string): Promise<Critique> => critique(text, { name });

describe('comparePair', () => {
  it('says which lines of enquiry were taken up, and where', async () => {
    const { enquiries } = comparePair(await read(RAPID, 'rapid.txt'), await read(LCSPR, 'lcspr.txt'), models.vectors);
    expect(enquiries.map(({ answer }) => answer)).toEqual(['developed', 'not-found']);
    expect(enquiries[0]?.passages.map(({ passage }) => LCSPR.includes(passage.text))).not.toContain(false);
  });

  it('says what became of early recommendations, and what is new', async () => {
    const { early, recommendations } = comparePair(await read(RAPID, 'rapid.txt'), await read(LCSPR, 'lcspr.txt'), models.vectors);
    expect(early.map(({ answer }) => answer)).toEqual(['more-specific', 'done', 'not-found']);
    expect(recommendations.map(({ answer }) => answer)).toEqual(['more-specific', 'new']);
  });

  it('doubts the order where the second file is the rapid review, and says what a list leaves out', async () => {
    const swapped = comparePair(await read(LCSPR, 'lcspr.txt'), await read(RAPID, 'rapid.txt'), models.vectors);
    expect(swapped.notes.join(' ')).toContain('Give the rapid review first.');
    const list = comparePair(await read(RAPID, 'rapid.txt'), await read('1. The ICB should audit forty files.\n2. The Trust should appoint a lead.\n', 'list.txt'), models.vectors);
    expect(list.notes.join(' ')).toContain('list.txt is a list only');
  });

  it('finds the same text, whatever its name', async () => {
    expect(comparePair(await read(RAPID, 'a.txt'), await read(RAPID, 'b.txt'), models.vectors).notes).toContain('Both files hold the same text.');
  });
});

import { expect, it } from 'vitest';
import { unitKeys } from '../../src/structure/keys.ts';

it('gives the same key to the same words under the same heading, whatever their case and stops', () => {
  const [one] = unitKeys([{ text: 'Ask, and listen.', section: '4 Learning' }]);
  const [other] = unitKeys([{ text: 'ask and listen', section: '4. Learning' }]);
  expect(one).toBe(other);
});

it('tells the second occurrence from the first', () => {
  const [first, second] = unitKeys([{ text: 'Ask.', section: 'A' }, { text: 'Ask.', section: 'A' }]);
  expect(first).not.toBe(second);
});

it('keeps a key when other units come and go', () => {
  const before = unitKeys([{ text: 'Ask.', section: 'A' }, { text: 'Listen.', section: 'A' }]);
  const after = unitKeys([{ text: 'New words.', section: 'A' }, { text: 'Listen.', section: 'A' }]);
  expect(after[1]).toBe(before[1]);
});

it('tells the same words under another heading apart', () => {
  const [one, other] = unitKeys([{ text: 'Ask.', section: 'A' }, { text: 'Ask.', section: 'B' }]);
  expect(one).not.toBe(other);
});

it('makes keys of sixteen hexadecimal digits', () => {
  expect(unitKeys([{ text: '…', section: '' }])[0]).toMatch(/^[0-9a-f]{16}$/);
});

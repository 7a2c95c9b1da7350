import { describe, expect, test } from 'vitest';
import { reviewRecord, wholeItems } from '../../src/corpus/record.ts';
import { applyDecisions, decisionWords } from '../../src/judge/decisions.ts';
import { loadModels } from '../../src/node/models.ts';
import { loadPipeline } from '../../src/node/pipelines.ts';
import { critique } from '../../src/pipeline.ts';
import { htmlReport } from '../../src/report/html.ts';
import { terminalReport } from '../../src/report/terminal.ts';
import { itemViews } from '../../src/report/view.ts';
import { loadRuleBook } from '../../src/cli/rule-files.ts';

const ROBUST = 'All agencies should embed a robust culture of professional curiosity.';
const MAP = 'Tidewell Police should publish its map of safe routes home by 31 March 2032.';
const TEXT = `Recommendations\n\n1. ${ROBUST}\n\n2. ${MAP}\n`;
const found = await critique(TEXT, { name: 'draft.txt', models: loadModels(), pipeline: loadPipeline('list').config, text: true });
const context = { text: found.document.text ?? '', rules: loadRuleBook(), plan: false, colour: false, width: 100 };
const phrase = { rule: 'cliche/professional-curiosity', words: decisionWords(ROBUST), reason: 'The name of the course.' };
const agency = { rule: 'agency/named', words: decisionWords(MAP), reason: 'The force has merged.' };
const kind = { rule: `kind/recommendation`, words: decisionWords(ROBUST), reason: 'It opens the list.' };

describe('what a person marked as not so', () => {
  test('is told with its reason, and asks nothing more', () => {
    expect(itemViews(found, context)[0]?.cliches.flatMap(({ hits }) => hits.map(({ id }) => id))).toContain('professional-curiosity');
    const decided = applyDecisions(found, [phrase]);
    const [view] = itemViews(decided, context);
    expect(view?.cliches.flatMap(({ hits }) => hits.map(({ id }) => id))).not.toContain('professional-curiosity');
    expect(view?.questions.filter((question) => question.startsWith('“professional curiosity”'))).toEqual([]);
    expect(view?.aside).toEqual(['“professional curiosity” – The name of the course.']);
    for (const report of [htmlReport(decided, context), terminalReport(decided, context)]) expect(report.replaceAll(/\s+/gu, ' ')).toContain('The name of the course.');
  });

  test('is not counted in the figures of a batch', () => {
    const record = (decisions: readonly typeof phrase[]): ReturnType<typeof reviewRecord> => reviewRecord(applyDecisions(found, decisions), { n: 1, file: 'a', plan: false, row: undefined });
    expect(record([]).items).toHaveLength(2);
    expect(record([kind]).items.map(({ text }) => text)).toEqual([MAP]);
    expect(record([agency]).items.map(({ levels }) => levels.agency)).toEqual([found.items[0]?.levels.agency, null]);
    expect(record([phrase]).cliches['professional-curiosity']).toBeUndefined();
    expect(wholeItems(found).map(({ item }) => item)).toEqual(found.items);
  });
});

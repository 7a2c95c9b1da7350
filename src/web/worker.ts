/** Entry of the worker: makes the models once, then follows one order after the other. */
import { models as modelFiles, pipelines, vectors } from 'second-question:assets';
import { makeModels } from '../models.ts';
import { ruleBook } from '../report/rule-book.ts';
import { fromBase64 } from './base64.ts';
import { choosePipeline } from './pipelines.ts';
import type { Reply, Request } from './protocol.ts';
import type { Session, Tools } from './session.ts';
import { follow } from './session.ts';

const session: Session = new Map();
let tools: Tools | null = null;
let turn: Promise<void> = Promise.resolve();

function toolsOnce(): Tools {
  tools ??= {
    models: makeModels(modelFiles, fromBase64(vectors)),
    pipeline: choosePipeline(pipelines),
    rules: ruleBook(JSON.parse(modelFiles['rules'] ?? '[]'), JSON.parse(modelFiles['cliches'] ?? '[]')),
  };
  return tools;
}

addEventListener('message', ({ data }: MessageEvent<Request>) => {
  // In turn: a later edit never overtakes an earlier one.
  turn = turn.then(() => answered(data));
});

async function answered({ id, order }: Request): Promise<void> {
  const reply = await follow(session, order, toolsOnce()).then(
    (answer): Reply => ({ id, answer }),
    (cause: unknown): Reply => ({ id, trouble: cause instanceof Error ? cause.message : String(cause) }),
  );
  postMessage(reply);
}

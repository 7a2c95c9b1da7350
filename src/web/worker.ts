/** Entry of the worker: makes the models once, then follows one order after the other. */
import { models as modelFiles, pipelines, vectors } from 'second-question:assets';
import { makeModels } from '../models.ts';
import { ruleBook } from '../report/rule-book.ts';
import { fromBase64 } from './base64.ts';
import { choosePipeline } from './pipelines.ts';
import type { Answer, Reply, Request } from './protocol.ts';
import type { Tools } from './session.ts';
import { follow, settle, startSession } from './session.ts';

const session = startSession();
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
  // In turn: a later edit never overtakes an earlier one. What follows a pause in the typing begins in its turn and then gives way.
  const { id, order } = data;
  if (order.kind === 'settle') turn = turn.then(() => void answered(id, settle(session, order.file, toolsOnce(), pause)));
  else turn = turn.then(() => answered(id, follow(session, order, toolsOnce())));
});

async function answered(id: number, work: Promise<Answer>): Promise<void> {
  const reply = await work.then(
    (answer): Reply => ({ id, answer }),
    (cause: unknown): Reply => ({ id, trouble: cause instanceof Error ? cause.message : String(cause) }),
  );
  postMessage(reply);
}

/** Lets orders that came meanwhile go first. A timer would wait for four milliseconds. */
function pause(): Promise<void> {
  return new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      done();
    };
    port2.postMessage(null);
  });
}

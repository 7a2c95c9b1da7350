/** The page's end of the line to the worker. */
import type { Answer, Order, Reply, Request } from './protocol.ts';

export interface Client {
  readonly ask: (order: Order) => Promise<Answer>;
}

/** `source` gives the worker's code, which stands in the page itself: nothing is fetched. */
export function startClient(source: () => Promise<Blob>): Client {
  const waiting = new Map<number, { readonly done: (answer: Answer) => void; readonly failed: (cause: Error) => void }>();
  let last = 0;
  const started = source().then((code) => {
    const worker = new Worker(URL.createObjectURL(code));
    worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => {
      const one = waiting.get(data.id);
      waiting.delete(data.id);
      if ('answer' in data) one?.done(data.answer);
      else one?.failed(new Error(data.trouble));
    });
    worker.addEventListener('error', (event) => {
      for (const { failed } of waiting.values()) failed(new Error(event.message));
      waiting.clear();
    });
    return worker;
  });
  return {
    ask: (order) => new Promise<Answer>((done, failed) => {
      last += 1;
      const id = last;
      waiting.set(id, { done, failed });
      started.then((worker) => worker.postMessage({ id, order } satisfies Request), failed);
    }),
  };
}

import type { WriteStream } from 'node:tty';

export interface Progress {
  readonly done: (file: string, said: string) => void;
  readonly note: (line: string) => void;
  readonly close: () => void;
}

interface Clock {
  readonly now: () => number;
}

/** A bar on a terminal; elsewhere a plain line for each file; nothing but notes where quiet is asked for. All of it goes to stderr. */
export function startProgress(total: number, already: number, out: Pick<WriteStream, 'write' | 'isTTY' | 'columns'>, quiet: boolean, clock: Clock = { now: Date.now }): Progress {
  const began = clock.now();
  let count = 0;
  let drawn = 0;
  const clear = (): void => void (out.isTTY && !quiet && out.write('\r\u001b[K'));
  const draw = (): void => {
    drawn = clock.now();
    out.write(`\r\u001b[K${bar(count + already, total, count, (clock.now() - began) / 1000, out.columns ?? 80)}`);
  };
  return {
    done: (file, said) => {
      count += 1;
      if (quiet) return;
      if (!out.isTTY) out.write(`${count + already}/${total} ${plain(file)}: ${said}\n`);
      else if (clock.now() - drawn > 100) draw();
    },
    note: (line) => {
      clear();
      out.write(`${line}\n`);
    },
    close: clear,
  };
}

/** "[████······] 120 of 330 · 3.1 a second · 1 min left". */
export function bar(done: number, total: number, fresh: number, seconds: number, columns: number): string {
  const rate = seconds > 0 ? fresh / seconds : 0;
  const left = rate > 0 ? ` · ${timeWords((total - done) / rate)} left` : '';
  const words = ` ${done} of ${total} · ${rate.toFixed(1)} a second${left}`;
  const width = Math.max(0, Math.min(30, columns - words.length - 4));
  const filled = total === 0 ? 0 : Math.round((done / total) * width);
  return `[${'█'.repeat(filled)}${'·'.repeat(width - filled)}]${words}`.slice(0, Math.max(1, columns - 1));
}

export function timeWords(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`;
  if (seconds < 5400) return `${Math.round(seconds / 60)} min`;
  return `${(seconds / 3600).toFixed(1)} h`;
}

/** A name can hold characters that move a terminal's cursor. */
export function plain(name: string): string {
  return name.replaceAll(/[\p{Cc}\p{Cf}]/gu, '\uFFFD');
}

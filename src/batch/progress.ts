import type { WriteStream } from 'node:tty';

export interface Progress {
  readonly done: (file: string, said: string) => void;
  /** A file that was done in an earlier run and needs no work. */
  readonly kept: () => void;
  /** What goes on after the last file. */
  readonly phase: (words: string) => void;
  readonly close: () => void;
}

interface Clock {
  readonly now: () => number;
}

const DRAW_EVERY_MS = 100;

/** A bar on a terminal; elsewhere a plain line for each file; nothing where quiet is asked for. All of it goes to stderr. */
export function startProgress(total: number, out: Pick<WriteStream, 'write' | 'isTTY' | 'columns'>, quiet: boolean, clock: Clock = { now: Date.now }): Progress {
  if (quiet) return { done: () => undefined, kept: () => undefined, phase: () => undefined, close: () => undefined };
  const began = clock.now();
  let [fresh, kept, drawn] = [0, 0, -Infinity];
  const draw = (): void => {
    if (!out.isTTY || clock.now() - drawn < DRAW_EVERY_MS) return;
    drawn = clock.now();
    out.write(`\r\u001b[K${bar(fresh + kept, total, fresh, (clock.now() - began) / 1000, out.columns ?? 80)}`);
  };
  draw();
  return {
    done: (file, said) => {
      fresh += 1;
      if (!out.isTTY) out.write(`${fresh + kept}/${total} ${plain(file)}: ${said}\n`);
      draw();
    },
    kept: () => {
      kept += 1;
      draw();
    },
    phase: (words) => void out.write(out.isTTY ? `\r\u001b[K${words}` : `${words}\n`),
    close: () => void (out.isTTY && out.write('\r\u001b[K')),
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

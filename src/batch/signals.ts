/**
 * For processes that work for a run. Ctrl-C and a scheduler's signal reach them too, and it is for the run to say what becomes of the file in hand;
 * when the run itself is gone, nobody waits for them.
 */
export function outlive(): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined);
  process.once('disconnect', () => process.exit(1));
}

/** Names of what can be taken away. What writes it stands in writers.ts, in the worker. */
import type { OutputId } from './protocol.ts';

export interface OutputName {
  readonly id: OutputId;
  readonly label: string;
  readonly hint: string;
  /** `word`: only for a draft that came as a Word file. */
  readonly needs: 'word' | 'decisions' | null;
}

export const OUTPUTS: readonly OutputName[] = [
  { id: 'html', label: 'Report (HTML)', hint: 'the critique as one page to read, keep or print', needs: null },
  { id: 'json', label: 'Data (JSON)', hint: 'for researchers and other programs; without the text of the review beyond its units', needs: null },
  { id: 'decisions', label: 'Decisions (JSON)', hint: 'what you marked as not so, for the command line and for others', needs: 'decisions' },
];

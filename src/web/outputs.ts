/** Names of what can be taken away. What writes it stands in writers.ts, in the worker. */
import type { BatchOutputId, OutputId } from './protocol.ts';

export interface OutputName {
  readonly id: OutputId;
  readonly label: string;
  readonly hint: string;
  /** `word`: only for a draft that came as a Word file. */
  readonly needs: 'word' | 'decisions' | null;
}

export const OUTPUTS: readonly OutputName[] = [
  { id: 'word-comments', label: 'Word file with comments', hint: 'your own file with a comment at each recommendation and worn phrase; what you changed here stands in it as tracked changes', needs: 'word' },
  { id: 'word-clean', label: 'Word file without our comments', hint: 'takes our comments out again, so that nobody submits them', needs: 'word' },
  { id: 'register-xlsx', label: 'Action plan (XLSX)', hint: 'who, what, by when and how we will know, gaps left empty, with columns for responses and effects over the years', needs: null },
  { id: 'register-docx', label: 'Action plan (Word)', hint: 'the same as a table in Word', needs: null },
  { id: 'html', label: 'Report (HTML)', hint: 'the critique as one page to read, keep or print', needs: null },
  { id: 'json', label: 'Data (JSON)', hint: 'for researchers and other programs; without the text of the review beyond its units', needs: null },
  { id: 'decisions', label: 'Decisions (JSON)', hint: 'what you marked as not so, for the command line and for others', needs: 'decisions' },
];

export const BATCH_OUTPUTS: readonly { readonly id: BatchOutputId; readonly label: string }[] = [
  { id: 'batch-xlsx', label: 'Spreadsheet (XLSX)' }, { id: 'reviews-csv', label: 'Reviews (CSV)' }, { id: 'items-csv', label: 'Recommendations (CSV)' }, { id: 'dashboard', label: 'Dashboard (HTML)' },
];

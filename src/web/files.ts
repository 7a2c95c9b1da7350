/** Files and folders that are dropped onto the page. */
export interface Dropped {
  readonly name: string;
  readonly bytes: () => Promise<Uint8Array>;
}

/** Kinds of file that are taken from a folder; other files in it are passed over. */
const READABLE = /\.(?:pdf|docx|txt|md|html?)$/iu;

export function readFiles(files: readonly File[]): readonly Dropped[] {
  return files.map((file) => ({ name: file.name, bytes: async () => new Uint8Array(await file.arrayBuffer()) }));
}

/** Of a folder only what looks like a review; a file that was chosen by itself is always tried. */
export function fromFolder(files: readonly File[]): readonly File[] {
  return files.filter(({ name }) => READABLE.test(name) && !name.startsWith('~$') && !name.startsWith('.'));
}

export function takeDrops(target: HTMLElement, taken: (files: readonly Dropped[]) => void): void {
  target.addEventListener('dragover', (event) => {
    if (event.dataTransfer?.types.includes('Files') !== true) return;
    event.preventDefault();
    document.body.classList.add('dropping');
  });
  target.addEventListener('dragleave', (event) => {
    if (event.relatedTarget === null) document.body.classList.remove('dropping');
  });
  // Before the editor: it would put a text file's words where the pointer is.
  target.addEventListener('drop', (event) => {
    if (event.dataTransfer?.types.includes('Files') !== true) return;
    event.preventDefault();
    event.stopPropagation();
    document.body.classList.remove('dropping');
    // Some sources of a drag give files without entries.
    const items = [...event.dataTransfer.items].map((item) => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }));
    void Promise.all(items.map(({ entry, file }) => (entry !== null ? filesOf(entry, false) : Promise.resolve(file === null ? [] : [file])))).then((found) => {
      const files = readFiles(found.flat());
      if (files.length > 0) taken(files);
    });
  }, true);
}

async function filesOf(entry: FileSystemEntry, inFolder: boolean): Promise<readonly File[]> {
  if (entry.isFile) {
    const file = await new Promise<File>((done, failed) => (entry as FileSystemFileEntry).file(done, failed));
    return inFolder ? fromFolder([file]) : [file];
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const found: File[] = [];
  // A reader gives at most a hundred entries a time.
  for (;;) {
    const entries = await new Promise<readonly FileSystemEntry[]>((done, failed) => reader.readEntries(done, failed));
    if (entries.length === 0) return found;
    for (const inner of entries) found.push(...(await filesOf(inner, true)));
  }
}

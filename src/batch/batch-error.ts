/** Wrong use or a fault outside the files: its message goes to stderr and the exit code is 2. The name is the one that the command line knows. */
export class BatchError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UsageError';
  }
}

const CAUSES: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'you may not open it',
  EPERM: 'you may not open it',
  ENOTDIR: 'a part of its path is a file, not a folder',
  EISDIR: 'it is a folder',
  EROFS: 'the disk can only be read',
  ENOSPC: 'the disk is full',
  EDQUOT: 'your share of the disk is full',
  EMFILE: 'too many files are open',
  ENAMETOOLONG: 'the name is too long',
};

const WRITING: Readonly<Record<string, string>> = { EACCES: 'you may not write there', EPERM: 'you may not write there', EEXIST: 'there is a file of that name', ENOTDIR: 'a part of its path is a file, not a folder' };

/** Why a file could not be opened, in plain words and without a path. */
export function trouble(cause: unknown): string {
  const code = codeOf(cause);
  return CAUSES[code] ?? (code === '' ? 'it could not be opened' : `the system said ${code}`);
}

/** The same for what could not be written. */
export function writeTrouble(cause: unknown): string {
  return WRITING[codeOf(cause)] ?? trouble(cause);
}

function codeOf(cause: unknown): string {
  return typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : '';
}

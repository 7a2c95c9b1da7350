/** Why a file could not be read, in a few words for a count; the message of each file says what to do. */
export const CAUSE_WORDS: Readonly<Record<string, string>> = {
  'read/damaged': 'damaged or cut short', 'read/binary': 'neither text nor Word nor PDF', 'read/empty': 'empty', 'read/encrypted': 'protected by a password', 'read/no-text': 'no text in it, perhaps only pictures',
  'read/image': 'a picture', 'read/old-office': 'from an old Office program', 'read/old-word': 'from an old Word', 'read/too-large-inside': 'unpacks to far more than a review holds', 'read/zip': 'a zip archive',
  'read/not-opened': 'could not be opened', 'read/not-pdf': 'no PDF, though named so', 'read/mail': 'an e-mail', 'read/odt': 'an OpenDocument file', 'read/rtf': 'a rich text file', 'read/pages': 'a Pages file',
  'read/slides': 'slides', 'read/spreadsheet': 'a spreadsheet', 'read/encoding': 'letters in an unknown code',
  'batch/time-limit': 'not read within the time limit', 'batch/out-of-memory': 'took more memory than any review needs', 'batch/crashed': 'brought the program down', 'tool/failed': 'a fault of the program',
};

/** Types of file that the page reads, for the choice of files; what a file really is, its bytes say. */
export const DRAFT_TYPES = '.pdf,.docx,.txt,.md,.html,.htm,.json,application/pdf,application/vnd.openxmlformats-officedocument.wordprocessingml.document';

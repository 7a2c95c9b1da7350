/** Put in by the build of the page: the files of `models/` and `pipelines/` as they are. */
declare module 'second-question:assets' {
  export const models: Readonly<Record<string, string>>;
  export const pipelines: Readonly<Record<string, string>>;
  /** `vectors.bin` in base64. */
  export const vectors: string;
}

/** The example that a first-time user can open, in base64 with its file name. */
declare module 'second-question:example' {
  export const name: string;
  export const base64: string;
}

/** The built-in pipelines from the texts of their files; `extends` is followed as the command line does. Their shape is tested there. */
import type { PipelineConfig } from '../config.ts';
import type { DocumentKind } from '../critique.ts';

type Json = Readonly<Record<string, unknown>>;

/** The pipeline that fits a kind of document. */
export function choosePipeline(files: Readonly<Record<string, string>>): (kind: DocumentKind) => PipelineConfig {
  const all = Object.keys(files).sort().map((name) => resolved(name, files));
  const usual = all.find(({ name }) => name === 'lcspr');
  if (usual === undefined) throw new Error('the pipeline "lcspr" is missing');
  return (kind) => all.find(({ kinds }) => kinds.includes(kind)) ?? usual;
}

function resolved(name: string, files: Readonly<Record<string, string>>): PipelineConfig {
  return merged(name, files) as unknown as PipelineConfig;
}

function merged(name: string, files: Readonly<Record<string, string>>): Json {
  const { $schema: _schema, extends: base, ...own } = JSON.parse(files[name] ?? '{}') as Json;
  return typeof base === 'string' ? joined(merged(base, files), own) : own;
}

function joined(base: Json, own: Json): Json {
  return { ...base, ...Object.fromEntries(Object.entries(own).map(([key, value]) => {
    const before = base[key];
    return [key, isObject(before) && isObject(value) ? joined(before, value) : value];
  })) };
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

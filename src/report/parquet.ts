import type { BasicType } from 'hyparquet-writer';
import { parquetWriteBuffer } from 'hyparquet-writer';
import type { Table, Type } from '../research/export-tables.ts';
import type { Provenance } from '../research/provenance.ts';

const TYPES: Readonly<Record<Type, BasicType>> = { text: 'STRING', whole: 'INT32', number: 'DOUBLE', 'yes-no': 'BOOLEAN' };

/** One table as Apache Parquet, every column with its type and open to null; what it was made by stands in the file's metadata. */
export function parquet({ columns, rows }: Table, made: Provenance): Uint8Array {
  const columnData = columns.map(({ id, type }, at) => ({ name: id, type: TYPES[type], nullable: true, data: rows.map((row) => row[at] ?? null) }));
  return new Uint8Array(parquetWriteBuffer({ columnData, kvMetadata: [{ key: 'second-question', value: JSON.stringify(made) }] }));
}

import type { BasicType } from 'hyparquet-writer';
import { parquetWriteBuffer } from 'hyparquet-writer';
import type { Table, Type } from '../research/export-tables.ts';

const TYPES: Readonly<Record<Type, BasicType>> = { text: 'STRING', whole: 'INT32', number: 'DOUBLE', 'yes-no': 'BOOLEAN' };

/** One table as Apache Parquet, every column with its type and open to null. */
export function parquet({ columns, rows }: Table): Uint8Array {
  const columnData = columns.map(({ id, type }, at) => ({ name: id, type: TYPES[type], nullable: true, data: rows.map((row) => row[at] ?? null) }));
  return new Uint8Array(parquetWriteBuffer({ columnData }));
}

import type { ILevelsOptions, INumberingOptions } from 'docx';
import { AlignmentType, LevelFormat } from 'docx';
import type { SourceBlock } from './model.ts';

/** A list of Word for each run of printed numbers, so that Word prints what the source says. */
export class Lists {
  readonly #configs: INumberingOptions['config'][number][] = [];
  readonly #last = new Map<string, { value: number; reference: string }>();

  /** The list that prints this marker, or null where no automatic number would. */
  reference(block: SourceBlock): string | null {
    if (block.marker === '•') return this.#bullets();
    const parts = /^(?<before>.*?)(?<number>\d{1,3}|(?<=\()[a-h](?=\)))(?<after>\D*)$/.exec(block.marker)?.groups;
    if (parts === undefined) return null;
    const { before = '', number = '', after = '' } = parts;
    const letter = /[a-h]/.test(number);
    const value = letter ? number.charCodeAt(0) - 96 : Number(number);
    const pattern = `${before}#${letter ? 'a' : '1'}${after}`;
    const last = this.#last.get(pattern);
    const reference = last?.value === value - 1 ? last.reference : this.#add(`${before}%1${after}`, letter ? LevelFormat.LOWER_LETTER : LevelFormat.DECIMAL, value);
    this.#last.set(pattern, { value, reference });
    return reference;
  }

  #bullets(): string {
    if (!this.#configs.some((config) => config.reference === 'bullets')) {
      const levels = ['•', '–', '▪', '•'].map((text, level): ILevelsOptions => ({ level, format: LevelFormat.BULLET, text, alignment: AlignmentType.START, style: { paragraph: { indent: { left: 360 * (level + 1), hanging: 280 } } } }));
      this.#configs.push({ reference: 'bullets', levels });
    }
    return 'bullets';
  }

  #add(text: string, format: (typeof LevelFormat)[keyof typeof LevelFormat], start: number): string {
    const reference = `list-${this.#configs.length + 1}`;
    const left = text.length > 6 ? 0 : 567;
    this.#configs.push({ reference, levels: [{ level: 0, format, text, start, alignment: AlignmentType.START, style: { paragraph: { indent: { left, hanging: left } } } }] });
    return reference;
  }

  get config(): INumberingOptions['config'] {
    return this.#configs;
  }
}

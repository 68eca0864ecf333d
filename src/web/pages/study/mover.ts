import { formatNumber } from '../../../i18n/format-number.ts';
import type { Translator } from '../../../i18n/translator.ts';
import type { Choice, ChoiceField, FieldMaker } from './make-fields.ts';

/** The buttons that move one part, delete it, and the select that moves it far. */
export interface Mover {
  readonly key: string;
  readonly upLabel: string;
  readonly downLabel: string;
  readonly first: boolean;
  readonly last: boolean;
  /** Which of the two buttons was pressed last, so that the keyboard finds it again. */
  readonly focus: 'up' | 'down' | '';
  readonly position: ChoiceField | null;
  readonly deleteLabel: string;
  readonly deleteCommand: string;
}

export interface MoverInput {
  readonly t: Translator;
  readonly kind: string;
  readonly key: string;
  readonly index: number;
  readonly count: number;
  readonly at: string;
  /** With fields, a select for the position is made as well. */
  readonly fields?: FieldMaker;
}

export function makeMover({ t, kind, key, index, count, at, fields }: MoverInput): Mover {
  return {
    key,
    upLabel: t('study:move-up', { key }),
    downLabel: t('study:move-down', { key }),
    first: index === 0,
    last: index === count - 1,
    focus: focusOf(at, key, index, count),
    position:
      fields && count > 1
        ? fields.choice([{ label: '', choices: positions(t, count) }], 'position', key)
        : null,
    deleteLabel: t('study:delete-named', { key }),
    deleteCommand: `delete:${kind}:${key}`,
  };
}

// A part that was moved to an end has its button disabled there; the other one can still be reached.
function focusOf(at: string, key: string, index: number, count: number): Mover['focus'] {
  if (at === `up:${key}`) return index === 0 ? 'down' : 'up';
  if (at === `down:${key}`) return index === count - 1 ? 'up' : 'down';
  return '';
}

function positions(t: Translator, count: number): Choice[] {
  return Array.from({ length: count }, (_, index) => ({
    value: String(index + 1),
    label: formatNumber(index + 1, 0, t.locale),
  }));
}

/** The position that a button or the select asks for, counted from 0; null when the part stays where it is. */
export function wantedPosition(
  command: { readonly verb: string; readonly key: string },
  key: string,
  index: number,
  typed: string | undefined,
): number | null {
  if (command.key === key && command.verb === 'up') return index - 1;
  if (command.key === key && command.verb === 'down') return index + 1;
  const position = Number(typed) - 1;
  return typed !== undefined && Number.isInteger(position) && position !== index ? position : null;
}

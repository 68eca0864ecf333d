import { fault } from '../fault.ts';
import type { LocalizedText } from '../localized-text.ts';
import { problems } from '../problem.ts';
import type { AnswerScale, Key, ScaleOption, Study } from '../study.ts';
import { MAX_SCALE_OPTIONS, MIN_SCALE_OPTIONS } from '../study-limits.ts';
import { editOptionalText, editText, withOptional } from './edit-text.ts';
import { checkNewKey, freeKey, keysOf } from './study-keys.ts';

export interface ScaleInput {
  readonly label: LocalizedText;
  /** By the option's value. */
  readonly options: ReadonlyMap<number, LocalizedText>;
  readonly noAnswer: LocalizedText;
}

/** Words of the options, of "no answer" and of the scale itself. A missing label is not refused here: publishing asks for it. */
export function editScales(study: Study, typed: ReadonlyMap<Key, ScaleInput>): Study {
  const scales = study.scales.map((scale) => {
    const input = typed.get(scale.key);
    return input ? editScale(scale, input) : scale;
  });
  return { ...study, scales };
}

function editScale(scale: AnswerScale, input: ScaleInput): AnswerScale {
  const options = scale.options.map((option) => {
    const label = input.options.get(option.value);
    return label ? { ...option, label: editText(option.label, label) } : option;
  });
  const edited = withOptional(
    { ...scale, options },
    'noAnswer',
    editOptionalText(scale.noAnswer, input.noAnswer),
  );
  return withOptional(edited, 'label', editOptionalText(scale.label, input.label));
}

/** More or fewer points: labels stay with their values, new points are without words until somebody writes them. */
export function resizeScale(study: Study, key: Key, points: number | null): Study {
  if (points === null || points < MIN_SCALE_OPTIONS || points > MAX_SCALE_OPTIONS)
    throw problems.invalid([
      fault(`points:${key}`, 'points-range', { least: MIN_SCALE_OPTIONS, most: MAX_SCALE_OPTIONS }),
    ]);
  const scales = study.scales.map((scale) =>
    scale.key === key ? { ...scale, options: resized(scale.options, points) } : scale,
  );
  return { ...study, scales };
}

function resized(options: readonly ScaleOption[], points: number): readonly ScaleOption[] {
  const first = options[0]?.value ?? 1;
  return Array.from({ length: points }, (_, index) => options[index] ?? { value: first + index, label: {} });
}

/** A copy of the first scale under a key of its own, for constructs that are answered differently. */
export function addScale(study: Study, typedKey: string): { study: Study; key: Key } {
  const key = typedKey.trim() || freeKey('scale', keysOf(study));
  const faults = checkNewKey(study, key, 'new-key');
  if (faults.length > 0) throw problems.invalid(faults);
  const model = study.scales[0];
  const added: AnswerScale = model ? { ...model, key } : { key, options: resized([], 5) };
  return { study: { ...study, scales: [...study.scales, added] }, key };
}

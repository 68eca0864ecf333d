import { type Fault, fault } from './fault.ts';
import type { ScaleOption, Study } from './study.ts';
import {
  MAX_QUESTION_OPTIONS,
  MAX_SCALE_OPTIONS,
  MAX_SCALE_VALUE,
  MIN_SCALE_OPTIONS,
  MIN_SCALE_VALUE,
} from './study-limits.ts';

/** Scales rise by one, so that a code reversed is min + max - code; a grouping question only needs different codes. */
export function checkScales(study: Study): readonly Fault[] {
  return [
    ...study.scales.flatMap((scale, index) => {
      const place = `scales[${index}].options`;
      return [...checkOptions(place, scale.options, MAX_SCALE_OPTIONS), ...checkRising(place, scale.options)];
    }),
    ...(study.questions ?? []).flatMap((question, index) => {
      const place = `questions[${index}].options`;
      return [
        ...checkOptions(place, question.options, MAX_QUESTION_OPTIONS),
        ...checkDifferent(place, question.options),
      ];
    }),
  ];
}

function checkOptions(place: string, options: readonly ScaleOption[], limit: number): readonly Fault[] {
  const faults: Fault[] = [];
  if (options.length < MIN_SCALE_OPTIONS) faults.push(fault(place, 'too-few', { limit: MIN_SCALE_OPTIONS }));
  if (options.length > limit) faults.push(fault(place, 'too-many', { limit }));
  options.forEach(({ value }, index) => {
    const valuePlace = `${place}[${index}].value`;
    if (!Number.isInteger(value)) faults.push(fault(valuePlace, 'expected-whole-number'));
    else if (value < MIN_SCALE_VALUE || value > MAX_SCALE_VALUE) {
      const details = { value, min: MIN_SCALE_VALUE, max: MAX_SCALE_VALUE };
      faults.push(fault(valuePlace, 'number-out-of-range', details));
    }
  });
  return faults;
}

function checkRising(place: string, options: readonly ScaleOption[]): readonly Fault[] {
  return options.flatMap(({ value }, index) => {
    const before = options[index - 1]?.value;
    return before !== undefined && value !== before + 1
      ? [fault(`${place}[${index}].value`, 'scale-not-rising', { value, expected: before + 1 })]
      : [];
  });
}

function checkDifferent(place: string, options: readonly ScaleOption[]): readonly Fault[] {
  return options.flatMap(({ value }, index) =>
    options.findIndex((option) => option.value === value) < index
      ? [fault(`${place}[${index}].value`, 'option-repeated', { value })]
      : [],
  );
}

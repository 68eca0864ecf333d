import { type Fault, fault } from '../fault.ts';
import type { LocalizedText } from '../localized-text.ts';
import type { Construct, Key, Study } from '../study.ts';
import { editOptionalText, editRequiredText, refuseFaults, withOptional } from './edit-text.ts';
import { moveTo } from './move.ts';
import { checkNewKey, freeKey, keysOf } from './study-keys.ts';

export const measurements: readonly Construct['measurement'][] = ['reflective', 'formative'];

export interface ConstructInput {
  readonly category: string;
  readonly label: LocalizedText;
  readonly definition: LocalizedText;
  readonly measurement: string;
  readonly scale: string;
}

export function editConstructs(study: Study, typed: ReadonlyMap<Key, ConstructInput>): Study {
  const faults: Fault[] = [];
  const constructs = study.constructs.map((construct) => {
    const input = typed.get(construct.key);
    if (!input) return construct;
    const label = editRequiredText(
      construct.label,
      input.label,
      { kind: 'label', key: construct.key },
      faults,
    );
    const choices = checkChoices(study, input, (name) => `${name}:${construct.key}`, faults);
    const edited: Construct = { ...construct, ...choices, label };
    return withOptional(edited, 'definition', editOptionalText(construct.definition, input.definition));
  });
  refuseFaults(faults);
  return { ...study, constructs };
}

export function addConstruct(
  study: Study,
  typed: ConstructInput & { readonly key: string },
): { study: Study; key: Key } {
  const key = typed.key.trim() || freeKey('C', keysOf(study));
  const faults = checkNewKey(study, key, 'new-key');
  const label = editRequiredText(undefined, typed.label, { kind: 'new-label' }, faults);
  const choices = checkChoices(study, typed, (name) => `new-${name}`, faults);
  refuseFaults(faults);
  const added = withOptional<Construct, 'definition'>(
    { key, ...choices, label },
    'definition',
    editOptionalText(undefined, typed.definition),
  );
  return { study: { ...study, constructs: [...study.constructs, added] }, key };
}

export function moveConstruct(study: Study, key: Key, position: number): Study {
  const from = study.constructs.findIndex((construct) => construct.key === key);
  return from < 0 ? study : { ...study, constructs: moveTo(study.constructs, from, position) };
}

function checkChoices(
  study: Study,
  input: ConstructInput,
  placeOf: (name: string) => string,
  faults: Fault[],
): Pick<Construct, 'category' | 'measurement' | 'scale'> {
  const measurement = measurements.find((known) => known === input.measurement);
  if (!study.categories.some((known) => known.key === input.category))
    faults.push(fault(placeOf('category'), 'choice-unknown'));
  if (!measurement) faults.push(fault(placeOf('measurement'), 'choice-unknown'));
  if (!study.scales.some((known) => known.key === input.scale))
    faults.push(fault(placeOf('scale'), 'choice-unknown'));
  return { category: input.category, measurement: measurement ?? 'reflective', scale: input.scale };
}

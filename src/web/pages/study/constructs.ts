import { addConstruct, editConstructs, moveConstruct } from '../../../domain/edit/edit-constructs.ts';
import type { Study } from '../../../domain/study.ts';
import { constructsView } from './constructs.view.ts';
import type { DesignTab } from './design-tab.ts';
import { type FormValues, textEntries, textsOf } from './form-values.ts';
import { wantedPosition } from './mover.ts';
import { saidMoved } from './said-moved.ts';
import { wantsNew } from './wants-new.ts';

export const constructsTab: DesignTab = {
  tab: 'constructs',
  valuesOf,
  viewOf: constructsView,
  apply(study, { t, values, command }) {
    const typed = (prefix: string, ...key: string[]) => {
      const value = (kind: string) => values.get([prefix + kind, ...key].join(':')) ?? '';
      return {
        category: value('category'),
        measurement: value('measurement'),
        scale: value('scale'),
        label: textsOf(values, study.languages, `${prefix}label`, ...key),
        definition: textsOf(values, study.languages, `${prefix}definition`, ...key),
      };
    };
    const edited = editConstructs(study, new Map(study.constructs.map(({ key }) => [key, typed('', key)])));
    if (wantsNew(values, command)) {
      const added = addConstruct(edited, { ...typed('new-'), key: values.get('new-key') ?? '' });
      return { study: added.study, said: t('study:said-added', { key: added.key }) };
    }
    const keys = edited.constructs.map(({ key }) => key);
    for (const [index, key] of keys.entries()) {
      const to = wantedPosition(command, key, index, undefined);
      if (to !== null)
        return { study: moveConstruct(edited, key, to), ...saidMoved(t, command, key, to, keys.length) };
    }
    return { study: edited, said: t('study:said-saved') };
  },
};

function valuesOf(study: Study): FormValues {
  return new Map(
    study.constructs.flatMap((construct) => [
      [`category:${construct.key}`, construct.category] as const,
      [`measurement:${construct.key}`, construct.measurement] as const,
      [`scale:${construct.key}`, construct.scale] as const,
      ...textEntries(construct.label, study.languages, 'label', construct.key),
      ...textEntries(construct.definition, study.languages, 'definition', construct.key),
    ]),
  );
}

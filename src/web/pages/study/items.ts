import { addItem, editItems, moveItem } from '../../../domain/edit/edit-items.ts';
import type { Study } from '../../../domain/study.ts';
import type { DesignTab, TabInput } from './design-tab.ts';
import { type FormValues, textEntries, textsOf } from './form-values.ts';
import { itemsView } from './items.view.ts';
import { wantedPosition } from './mover.ts';
import { saidMoved } from './said-moved.ts';
import { wantsNew } from './wants-new.ts';

export const itemsTab: DesignTab = {
  tab: 'items',
  withAside: true,
  valuesOf,
  viewOf: itemsView,
  apply(study, input) {
    const { t, values, command } = input;
    let edited = applyTyped(study, input);
    if (wantsNew(values, command)) {
      const added = addItem(edited, {
        key: values.get('new-key') ?? '',
        construct: values.get('new-construct') ?? '',
        reverse: values.has('new-reverse'),
        text: textsOf(values, study.languages, 'new-text'),
      });
      return { study: added.study, said: t('study:said-added', { key: added.key }) };
    }
    let moved: { said: string; at?: string } = { said: t('study:said-saved') };
    for (const { key, construct } of study.items) {
      // An item that changed its construct in the same step stands at the position its new neighbours leave it.
      const group = edited.items.filter((item) => item.construct === construct).map((item) => item.key);
      const index = group.indexOf(key);
      const asked =
        positionIn(study, key) === values.get(`position:${key}`) ? undefined : values.get(`position:${key}`);
      const to = index < 0 ? null : wantedPosition(command, key, index, asked);
      if (to === null) continue;
      edited = moveItem(edited, key, to);
      moved = saidMoved(t, command, key, to, group.length);
    }
    return { study: edited, ...moved };
  },
};

function applyTyped(study: Study, { values }: TabInput): Study {
  const inputs = study.items.map(
    ({ key }) =>
      [
        key,
        {
          text: textsOf(values, study.languages, 'text', key),
          construct: values.get(`construct:${key}`) ?? '',
          reverse: values.has(`reverse:${key}`),
        },
      ] as const,
  );
  return editItems(study, new Map(inputs));
}

function valuesOf(study: Study): FormValues {
  return new Map(
    study.items.flatMap((item) => [
      ...textEntries(item.text, study.languages, 'text', item.key),
      [`construct:${item.key}`, item.construct] as const,
      [`position:${item.key}`, positionIn(study, item.key)] as const,
      ...(item.reverse ? [[`reverse:${item.key}`, '1'] as const] : []),
    ]),
  );
}

/** Counted from 1 within the construct. */
function positionIn(study: Study, key: string): string {
  const construct = study.items.find((item) => item.key === key)?.construct;
  const group = study.items.filter((item) => item.construct === construct);
  return String(group.findIndex((item) => item.key === key) + 1);
}

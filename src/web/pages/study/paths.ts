import { addTemplatePaths, missingRelations } from '../../../domain/edit/add-template-paths.ts';
import { addPath, editPaths, movePath, targetOf } from '../../../domain/edit/edit-paths.ts';
import type { Study } from '../../../domain/study.ts';
import type { DesignTab } from './design-tab.ts';
import { type FormValues, textEntries, textsOf } from './form-values.ts';
import { wantedPosition } from './mover.ts';
import { pathsView } from './paths.view.ts';
import { saidMoved } from './said-moved.ts';
import { wantsNew } from './wants-new.ts';

export const pathsTab: DesignTab = {
  tab: 'paths',
  valuesOf,
  viewOf: pathsView,
  apply(study, { t, values, command }) {
    const typed = (prefix: string, ...key: string[]) => {
      const value = (kind: string) => values.get([prefix + kind, ...key].join(':')) ?? '';
      return {
        from: value('from'),
        target: value('target'),
        sign: value('sign'),
        rationale: textsOf(values, study.languages, `${prefix}rationale`, ...key),
      };
    };
    const edited = editPaths(study, new Map(study.paths.map(({ key }) => [key, typed('', key)])));
    if (wantsNew(values, command) || (values.get('new-from') ?? '') !== '') {
      const added = addPath(edited, { ...typed('new-'), key: values.get('new-key') ?? '' });
      return { study: added.study, said: t('study:said-added', { key: added.key }) };
    }
    if (command.verb === 'template') {
      const count = missingRelations(edited).length;
      return { study: addTemplatePaths(edited), said: t('study:said-template-paths', { count }) };
    }
    const keys = edited.paths.map(({ key }) => key);
    for (const [index, key] of keys.entries()) {
      const to = wantedPosition(command, key, index, undefined);
      if (to !== null)
        return { study: movePath(edited, key, to), ...saidMoved(t, command, key, to, keys.length) };
    }
    return { study: edited, said: t('study:said-saved') };
  },
};

function valuesOf(study: Study): FormValues {
  return new Map(
    study.paths.flatMap((path) => [
      [`from:${path.key}`, path.from] as const,
      [`target:${path.key}`, targetOf(path)] as const,
      [`sign:${path.key}`, path.sign] as const,
      ...textEntries(path.rationale, study.languages, 'rationale', path.key),
    ]),
  );
}

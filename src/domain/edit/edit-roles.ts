import { type Fault, fault } from '../fault.ts';
import type { LocalizedText } from '../localized-text.ts';
import type { Key, RoleKind, Study } from '../study.ts';
import { editRequiredText, refuseFaults } from './edit-text.ts';
import { checkNewKey, freeKey, keysOf } from './study-keys.ts';

export const roleKinds: readonly RoleKind[] = ['condition', 'core', 'action', 'outcome', 'other'];

/** Renames roles; what a role is (its key and kind) comes from the template and stays. */
export function editRoles(study: Study, typed: ReadonlyMap<Key, LocalizedText>): Study {
  const faults: Fault[] = [];
  const roles = study.paradigm.roles.map((role) => {
    const label = typed.get(role.key);
    if (!label) return role;
    return {
      ...role,
      label: editRequiredText(role.label, label, { kind: 'label', key: role.key }, faults),
    };
  });
  refuseFaults(faults);
  return { ...study, paradigm: { ...study.paradigm, roles } };
}

export interface NewRole {
  readonly key: string;
  readonly kind: string;
  readonly label: LocalizedText;
}

export function addRole(study: Study, typed: NewRole): Study {
  const key = typed.key.trim() || freeKey('role', keysOf(study));
  const faults = checkNewKey(study, key, 'new-key');
  const kind = roleKinds.find((known) => known === typed.kind);
  if (!kind) faults.push(fault('new-kind', 'choice-unknown'));
  const label = editRequiredText(undefined, typed.label, { kind: 'new-label' }, faults);
  refuseFaults(faults);
  const roles = [...study.paradigm.roles, { key, kind: kind ?? 'other', label }];
  return { ...study, paradigm: { ...study.paradigm, roles } };
}

// The paradigm models that a study can start from. A study copies roles and relations and may then rename them, so a template
// changes no study that was made from it. Which edition a publication cites is another field: most Iranian studies cite a later
// edition and draw the six parts of 1990.

import type { LocalizedText } from './localized-text.ts';
import type { Key, Role, RoleRelation } from './study.ts';

export interface ParadigmTemplate {
  readonly key: Key;
  readonly label: LocalizedText;
  readonly description: LocalizedText;
  readonly roles: readonly Role[];
  readonly relations: readonly RoleRelation[];
}

const straussCorbin1990: ParadigmTemplate = {
  key: 'strauss-corbin-1990',
  label: { en: 'Strauss & Corbin 1990: six parts', fa: 'اشتراوس و کوربین ۱۹۹۰: شش بخش' },
  description: {
    en: 'Causal conditions lead to the core category, which calls for strategies; context and intervening conditions bear on the strategies, and the strategies have consequences.',
    fa: 'شرایط علّی به مقوله محوری می‌انجامد و مقوله محوری راهبردها را برمی‌انگیزد؛ شرایط زمینه‌ای و مداخله‌گر بر راهبردها اثر می‌گذارند و راهبردها پیامدهایی دارند.',
  },
  roles: [
    { key: 'causal', kind: 'condition', label: { en: 'Causal conditions', fa: 'شرایط علّی' } },
    { key: 'core', kind: 'core', label: { en: 'Core category', fa: 'مقوله محوری' } },
    { key: 'context', kind: 'condition', label: { en: 'Context', fa: 'شرایط زمینه‌ای' } },
    { key: 'intervening', kind: 'condition', label: { en: 'Intervening conditions', fa: 'شرایط مداخله‌گر' } },
    { key: 'strategies', kind: 'action', label: { en: 'Strategies', fa: 'راهبردها' } },
    { key: 'consequences', kind: 'outcome', label: { en: 'Consequences', fa: 'پیامدها' } },
  ],
  relations: [
    { from: 'causal', to: 'core', kind: 'direct', sign: '+' },
    { from: 'core', to: 'strategies', kind: 'direct', sign: '+' },
    { from: 'context', to: 'strategies', kind: 'direct', sign: '+' },
    // Intervening conditions may help or hinder: the sign is the researcher's to say.
    { from: 'intervening', to: 'strategies', kind: 'direct', sign: '?' },
    { from: 'strategies', to: 'consequences', kind: 'direct', sign: '+' },
  ],
};

const corbinStrauss2015: ParadigmTemplate = {
  key: 'corbin-strauss-2015',
  label: { en: 'Corbin & Strauss 2015: three parts', fa: 'کوربین و اشتراوس ۲۰۱۵: سه بخش' },
  description: {
    en: 'Conditions lead to actions-interactions, and these have consequences.',
    fa: 'شرایط به کنش-برهم‌کنش می‌انجامد و کنش-برهم‌کنش پیامدهایی دارد.',
  },
  roles: [
    { key: 'conditions', kind: 'condition', label: { en: 'Conditions', fa: 'شرایط' } },
    { key: 'actions', kind: 'action', label: { en: 'Actions-interactions', fa: 'کنش-برهم‌کنش' } },
    { key: 'consequences', kind: 'outcome', label: { en: 'Consequences', fa: 'پیامدها' } },
  ],
  relations: [
    { from: 'conditions', to: 'actions', kind: 'direct', sign: '+' },
    { from: 'actions', to: 'consequences', kind: 'direct', sign: '+' },
  ],
};

const free: ParadigmTemplate = {
  key: 'free',
  label: { en: 'Free: your own parts', fa: 'آزاد: بخش‌های دلخواه شما' },
  description: {
    en: 'One part to begin with and no arrows: for a model of another shape, or for a scale without a paradigm model.',
    fa: 'یک بخش برای شروع و بدون پیکان: برای مدلی با شکل دیگر یا برای مقیاسی که مدل پارادایمی ندارد.',
  },
  roles: [{ key: 'concepts', kind: 'other', label: { en: 'Concepts', fa: 'مفاهیم' } }],
  relations: [],
};

/** The first is the default. */
export const PARADIGM_TEMPLATES: readonly ParadigmTemplate[] = [straussCorbin1990, corbinStrauss2015, free];

export function paradigmTemplate(key: Key): ParadigmTemplate | undefined {
  return PARADIGM_TEMPLATES.find((template) => template.key === key);
}

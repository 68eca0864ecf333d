import type { StatisticEntry } from '../catalogue/statistic-entry.ts';
import { STATISTICS } from '../catalogue/statistics.ts';
import type { Conventions } from './conventions.ts';
import { type CorrelationSection, correlationSection } from './correlation-section.ts';
import { type FittedModel, fittedModel } from './fitted-model.ts';
import { type GroupsSection, groupsSection } from './groups-section.ts';
import { type IrtSection, irtSection } from './irt-section.ts';
import { type MeasurementSection, measurementSection } from './measurement-section.ts';
import { type MissingSection, missingSection } from './missing-section.ts';
import { type ModelSection, modelSection } from './model-section.ts';
import { type PeopleSection, peopleSection } from './people-section.ts';
import { type ReliabilitySection, reliabilitySection } from './reliability-section.ts';
import type { SectionInput } from './section-input.ts';
import {
  type ModelRequest,
  SECTION_NAMES,
  type SectionName,
  type SectionSettings,
} from './section-settings.ts';
import { type StructureSection, structureSection } from './structure-section.ts';
import { type ValiditySection, validitySection } from './validity-section.ts';

export interface Sections {
  readonly missing: MissingSection;
  readonly reliability: ReliabilitySection;
  readonly correlation: CorrelationSection;
  readonly structure: StructureSection;
  readonly measurement: MeasurementSection;
  readonly validity: ValiditySection;
  readonly model: ModelSection;
  readonly irt: IrtSection;
  readonly people: PeopleSection;
  readonly groups: GroupsSection;
}

export interface SectionsReport extends Partial<Sections> {
  readonly settings: SectionSettings;
  readonly fittedModel?: FittedModel;
  /** The definitions that the sections' conventions name, each once. */
  readonly statistics: readonly StatisticEntry[];
}

const makers: { readonly [K in SectionName]: (input: SectionInput) => Sections[K] } = {
  missing: missingSection,
  reliability: reliabilitySection,
  correlation: correlationSection,
  structure: structureSection,
  measurement: measurementSection,
  validity: validitySection,
  model: modelSection,
  irt: irtSection,
  people: peopleSection,
  groups: groupsSection,
};

/**
 * The sections asked for, in the order of SECTION_NAMES, and the model, if one is given.
 * `onStart` hears the name of each piece before it is worked on, for a caller who wants to say so.
 */
export function analyseSections(
  input: SectionInput,
  names: readonly SectionName[],
  model: ModelRequest | null = null,
  onStart: (name: SectionName | 'fittedModel') => void = () => {},
): SectionsReport {
  // First, so that a mistake in it is heard before the long work.
  if (model) onStart('fittedModel');
  const fitted = model ? fittedModel(input, model) : undefined;
  const made: Partial<Record<SectionName, Sections[SectionName]>> = {};
  for (const name of SECTION_NAMES)
    if (names.includes(name)) {
      onStart(name);
      made[name] = makers[name](input);
    }
  const used = [...Object.values(made), ...(fitted ? [fitted] : [])].flatMap(
    ({ conventions }: { readonly conventions: Conventions }) => Object.values(conventions),
  );
  return {
    settings: input.settings,
    ...(made as Partial<Sections>),
    ...(fitted ? { fittedModel: fitted } : {}),
    statistics: STATISTICS.filter(({ key }) => used.includes(key)),
  };
}

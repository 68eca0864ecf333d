// Made-up respondents who answer as the study's own model says. For demonstrations, load, and (later) power; every
// submission made from them is marked as simulated.

import type { Construct, DirectPath, ModeratingPath, Study } from '../domain/study.ts';
import type { StoredAnswer } from '../domain/submission.ts';
import { scaleOfItem } from '../domain/version.ts';
import { normalSampler } from '../statistics/random/normal.ts';
import type { RandomSource } from '../statistics/random/random-source.ts';

export interface SimulationModel {
  /** Standardised strength of each path, by path key; a path that is not named gets ±`path` by its expected sign. */
  readonly paths?: Readonly<Record<string, number>>;
  /** Default 0.4. '?' counts as +. */
  readonly path?: number;
  /** Correlation of a role's constructs with the role; default 0.85. */
  readonly roleLoading?: number;
  /** Standardised loading of the items on their construct; default 0.75. */
  readonly loading?: number;
  /** Share of items left blank; default 0.02. */
  readonly skipped?: number;
  /** Share of items answered with the option outside the scale, where it is offered; default 0.01. */
  readonly noAnswer?: number;
}

const defaults = { path: 0.4, roleLoading: 0.85, loading: 0.75, skipped: 0.02, noAnswer: 0.01 };

/**
 * One respondent's answers in the order of the version's answer keys, each time it is called.
 * Latent variables are standard normal as far as the paths allow: an end of a path is b·from (+ b·from·moderator for a
 * moderating path) plus what is needed for variance one. Items cut loading·construct + noise into the scale's points at
 * equal steps of the normal from −1.8 to 1.8, moved a little apart by item so that means differ.
 * Throws RangeError when the paths run in a circle or a strength is not between −1 and 1.
 */
export function answerSimulator(
  study: Study,
  model: SimulationModel,
  random: RandomSource,
): () => StoredAnswer[] {
  const settings = { ...defaults, ...model };
  const normal = normalSampler(random);
  const order = latentOrder(study);
  const direct = study.paths.filter((path): path is DirectPath => path.kind === 'direct');
  const moderating = study.paths.filter((path): path is ModeratingPath => path.kind === 'moderates');
  const strength = (path: DirectPath | ModeratingPath): number => {
    const given = settings.paths?.[path.key] ?? (path.sign === '-' ? -settings.path : settings.path);
    if (!(given >= -1 && given <= 1))
      throw new RangeError(`answerSimulator requires strengths between -1 and 1: ${path.key}`);
    return given;
  };
  // A moderating effect of the same size as a direct one would be unheard of; half of it is large.
  const moderation = (path: ModeratingPath) =>
    strength(path) * (settings.paths?.[path.key] === undefined ? 0.5 : 1);
  const roleOf = new Map(study.categories.map((category) => [category.key, category.role]));
  const ownNoise = Math.sqrt(1 - settings.roleLoading ** 2);
  const itemNoise = Math.sqrt(1 - settings.loading ** 2);
  const scales = study.items.map((item) => scaleOfItem(study, item));

  const drawLatents = (): Map<string, number> => {
    const value = new Map<string, number>();
    for (const key of order) {
      const incoming = direct.filter((path) => path.to === key);
      const construct = study.constructs.find((candidate) => candidate.key === key);
      const role = construct && roleOf.get(construct.category);
      let mean = 0;
      let explained = 0;
      for (const path of incoming) {
        const from = value.get(path.from) ?? 0;
        mean += strength(path) * from;
        explained += strength(path) ** 2;
        for (const moderator of moderating.filter((candidate) => candidate.path === path.key)) {
          mean += moderation(moderator) * from * (value.get(moderator.from) ?? 0);
          explained += moderation(moderator) ** 2;
        }
      }
      if (role !== undefined && incoming.length === 0) {
        value.set(key, settings.roleLoading * (value.get(role) ?? 0) + ownNoise * normal());
      } else {
        value.set(key, mean + Math.sqrt(Math.max(0.05, 1 - explained)) * normal());
      }
    }
    return value;
  };

  return () => {
    const latents = drawLatents();
    const answers: StoredAnswer[] = study.items.map((item, index) => {
      const chance = random.next();
      const scale = scales[index]!;
      if (chance < settings.skipped) return 'skipped';
      if (scale.noAnswer && chance < settings.skipped + settings.noAnswer) return 'no-answer';
      const latent = settings.loading * (latents.get(item.construct) ?? 0) + itemNoise * normal();
      const shifted = (item.reverse ? -latent : latent) + ((index * 7) % 5) * 0.15 - 0.1;
      return scale.options[pointOf(shifted, scale.options.length)]!.value;
    });
    for (const question of study.questions ?? []) {
      const chosen = Math.floor(random.next() * question.options.length);
      answers.push(question.options[chosen]!.value);
    }
    return answers;
  };
}

/** Which of `points` equal steps of −1.8 … 1.8 the value falls into. */
function pointOf(value: number, points: number): number {
  return Math.min(points - 1, Math.max(0, Math.floor(((value + 1.8) / 3.6) * points)));
}

/** Roles and constructs so that everything comes after what it depends on. */
function latentOrder(study: Study): readonly string[] {
  const needs = new Map<string, Set<string>>();
  const roleOf = new Map(study.categories.map((category) => [category.key, category.role]));
  for (const role of study.paradigm.roles) needs.set(role.key, new Set());
  for (const construct of study.constructs) needs.set(construct.key, new Set(roleNeed(construct, roleOf)));
  const directPaths = new Map<string, DirectPath>();
  for (const path of study.paths) if (path.kind === 'direct') directPaths.set(path.key, path);
  for (const path of study.paths) {
    if (path.kind === 'direct') needs.get(path.to)?.add(path.from);
    else {
      const target = directPaths.get(path.path)?.to;
      if (target !== undefined) needs.get(target)?.add(path.from);
    }
  }
  const order: string[] = [];
  while (order.length < needs.size) {
    const next = [...needs].find(
      ([key, wanted]) => !order.includes(key) && [...wanted].every((need) => order.includes(need)),
    );
    if (!next) throw new RangeError('answerSimulator requires paths that do not run in a circle');
    order.push(next[0]);
  }
  return order;
}

function roleNeed(construct: Construct, roleOf: ReadonlyMap<string, string>): string[] {
  const role = roleOf.get(construct.category);
  return role === undefined ? [] : [role];
}

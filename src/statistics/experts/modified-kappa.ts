import { binomialUpper } from '../distributions/binomial.ts';
import { type Estimate, notEstimable } from '../not-estimable.ts';

export interface ModifiedKappa {
  /** k*: 1 at best, negative when fewer agree on relevance than chance would bring. */
  readonly kappa: number;
  /** pc: the probability that exactly so many experts toss 'relevant'. */
  readonly chanceAgreement: number;
}

/**
 * k*, the item content validity index corrected for chance agreement on relevance.
 * k* = (I-CVI - pc) / (1 - pc);  pc = C(n, relevant) / 2^n
 * Another chance model than Cohen's or Fleiss' kappa: every expert tosses a coin.
 *
 * relevant  experts who called the item relevant
 * n         experts who rated this item
 * returns   NotEstimable 'no-answers' (nobody rated it)
 * throws    RangeError: modifiedKappa requires whole counts, relevant at most n
 * source    Polit, Beck & Owen 2007, Res. Nurs. Health 30, 459-467, doi:10.1002/nur.20199
 * checked   worked values of that paper and R dbinom, test/fixtures/r/experts.json, 1e-9
 */
export function modifiedKappa(relevant: number, n: number): Estimate<ModifiedKappa> {
  if (!Number.isInteger(relevant) || !Number.isInteger(n) || relevant < 0 || relevant > n)
    throw new RangeError('modifiedKappa requires whole counts, relevant at most n');
  if (n === 0) return notEstimable('no-answers', { n });
  const above = relevant === n ? 0 : binomialUpper(relevant + 1, n, 0.5);
  const chanceAgreement = binomialUpper(relevant, n, 0.5) - above;
  return { kappa: (relevant / n - chanceAgreement) / (1 - chanceAgreement), chanceAgreement };
}

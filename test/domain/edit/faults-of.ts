import { Problem } from '../../../src/domain/problem.ts';

/** Places and codes of the faults that an edit refuses with; none when it does not refuse. */
export function faultsOf(action: () => unknown): Array<[place: string, code: string]> {
  try {
    action();
  } catch (error) {
    if (error instanceof Problem) return error.faults.map((fault) => [fault.place, fault.code]);
    throw error;
  }
  return [];
}

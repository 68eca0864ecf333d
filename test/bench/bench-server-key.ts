/** The key of the index-th submission that a benchmark server has begun: 22 characters, as the page's own keys have. */
export function benchKey(index: number): string {
  return `bench${String(index).padStart(17, '0')}`;
}

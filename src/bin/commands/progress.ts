/** Says on stderr how far a long piece of work is, from its first second on; nothing for what is done sooner. */
export function progressReporter(what: string): (done: number, total: number) => void {
  const started = Date.now();
  let last = started;
  return (done, total) => {
    const now = Date.now();
    if (now - started < 1000 || (now - last < 500 && done < total)) return;
    last = now;
    process.stderr.write(`\r${what}: ${done} of ${total}${done >= total ? '\n' : ''}`);
  };
}

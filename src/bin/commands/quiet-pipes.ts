import { systemReason } from '../system-reason.ts';

/**
 * A reader that has seen enough (axial export KEY | head) closes the pipe. That is no failure, and there is nothing more to do
 * for it: what commands write into the database they write before they print.
 */
export function endQuietlyWithReader(): void {
  process.stderr.on('error', () => {});
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    process.stderr.write(`axial: cannot write to standard output: ${systemReason(error) ?? error.message}\n`);
    process.exit(2);
  });
}

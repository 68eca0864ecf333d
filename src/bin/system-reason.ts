const words: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'not permitted',
  EROFS: 'the file system is read-only',
  ENOENT: 'no such file or folder',
  ENOTDIR: 'a part of the path is not a folder',
  EISDIR: 'it is a folder',
  EEXIST: 'it exists already',
  ENOSPC: 'no space left',
  EDQUOT: 'no space left',
  EADDRINUSE: 'it is in use',
  EADDRNOTAVAIL: 'this computer has no such address',
  ENOTFOUND: 'there is no such address',
};

/** Why the system refused, in words and with its code; null when the error is not the system's. */
export function systemReason(error: unknown): string | null {
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (!(error instanceof Error) || typeof code !== 'string' || typeof syscall !== 'string') return null;
  return words[code] === undefined ? code : `${words[code]} (${code})`;
}

/** An address on this server as given, else the fallback: one slash and then no other, no backslash, nothing below a space. */
export function localPath(address: unknown, fallback: string): string {
  const local =
    typeof address === 'string' && /^\/(?![/\\])[^\\]*$/.test(address) && !/\p{Cc}/u.test(address);
  return local ? address : fallback;
}

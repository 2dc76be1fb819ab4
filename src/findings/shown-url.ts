/** A URL as a message may show it: without who logs in, and without its parameters, which may say so too. */
export function shownUrl(url: string): string {
  const [address = ''] = url.split(/[?#;]/);
  const at = address.lastIndexOf('@');
  if (at < 0) return address === url ? url : `${address}?…`;
  const slashes = address.slice(0, at).indexOf('//');
  return `${slashes < 0 ? '' : address.slice(0, slashes + 2)}…@${address.slice(at + 1)}`;
}

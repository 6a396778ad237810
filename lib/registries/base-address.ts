/** Origin and the path segments up to, not including, the first that `ends` says yes to; no trailing slash. */
export function cutAddress(url: URL, ends: (segment: string) => boolean): string {
  const segments = url.pathname.split('/').filter((segment) => segment !== '');
  const end = segments.findIndex((segment) => ends(segment.toLowerCase()));
  return [url.origin, ...(end < 0 ? segments : segments.slice(0, end))].join('/');
}

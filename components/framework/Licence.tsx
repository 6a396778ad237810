import { isWebAddress } from '../../lib/domain/web-address.ts';

type Props = {
  /** An address, or the licence's own words. */
  license: string;
};

/** Under which licence a framework may be used: a link where it is an http(s) address, else its words. */
export function Licence({ license }: Props) {
  if (!isWebAddress(license))
    return (
      <span dir="auto" data-own-words>
        {license}
      </span>
    );
  const { host, pathname } = new URL(license);
  return (
    <span>
      <a href={license} target="_blank" rel="noreferrer" dir="ltr" data-own-words>
        {nameOf(license) ?? `${host}${pathname}`}
      </a>
    </span>
  );
}

/** The short names of Creative Commons licences, by the paths that they stand under. */
function nameOf(license: string): string | undefined {
  const { hostname, pathname } = new URL(license);
  if (!/^(www\.)?creativecommons\.org$/.test(hostname)) return undefined;
  const [, family, terms, version] = /^\/(licenses|publicdomain)\/([a-z-]+)\/([\d.]+)/.exec(pathname) ?? [];
  if (family === 'publicdomain') return terms === 'zero' ? `CC0 ${version}` : undefined;
  return terms && `CC ${terms.toUpperCase()} ${version}`;
}

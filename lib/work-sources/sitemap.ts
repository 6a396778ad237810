import { type NamedPages, newPageTally } from './page-tally.ts';
import { below } from './xml.ts';

/** What a sitemap names: pages, or further sitemaps. */
export type Sitemap = NamedPages & { further: string[] };

/** Whether a document is a sitemap or an index of sitemaps (sitemaps.org protocol 0.9). */
export function isSitemap({ documentElement: root }: Document): boolean {
  return root.localName === 'urlset' || root.localName === 'sitemapindex';
}

/**
 * The pages of a sitemap, by the `loc` of each `url`; of an index, the addresses of its sitemaps. A `loc` of another
 * vocabulary, such as that of an image, is none of the page's.
 */
export function sitemapIn(document: Document): Sitemap {
  const root = document.documentElement;
  const tally = newPageTally();
  if (root.localName === 'sitemapindex') {
    const further = below(root, 'sitemap').map(locOf).filter(Boolean);
    return { ...tally.named, further: [...new Set(further)] };
  }
  for (const url of below(root, 'url')) tally.add(locOf(url));
  return { ...tally.named, further: [] };
}

function locOf(entry: Element): string {
  const loc = Array.from(entry.children).find(({ localName }) => localName === 'loc');
  return loc?.textContent?.trim() ?? '';
}

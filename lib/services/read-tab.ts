import type { LearningResourceDraft } from '../domain/learning-resource.ts';
import { PageReading } from '../domain/page-reading.ts';
import type { Problem } from '../domain/problem.ts';
import type { TabReading } from '../domain/tab-reading.ts';
import { pageAddress } from '../domain/web-address.ts';
import { type ReadFrame, withFrames } from './frame-readings.ts';
import type { Injected } from './frames.ts';
import { type ExpandText, readDocument } from './read-document.ts';
import { closedByAddress, closedOnReading } from './unreadable-tab.ts';

/** What reading a tab needs of the browser and of lib/jsonld. */
export type ReadTabNeeds = {
  /** The tab's address and title; both are known to us only after the person's click (activeTab). */
  tab(id: number): Promise<{ url?: string; title?: string }>;
  /** Injects the page reader and answers what it returns in each frame. Rejects where the browser keeps us out. */
  inject(id: number): Promise<Injected>;
  expandText: ExpandText;
};

/** Makes the use case "read this tab". Never rejects for a page that cannot be read: that is an answer too. */
export function createReadTab({ tab, inject, expandText }: ReadTabNeeds) {
  return async function readTab(id: number): Promise<TabReading> {
    // A tab can be gone before it is asked for.
    const { url = '', title = '' } = await tab(id).catch((): Awaited<ReturnType<typeof tab>> => ({}));
    const closed = closedByAddress(url);
    if (closed) return unreadable(url, title, closed);
    const { answers, leftOut } = await inject(id).catch((): Injected => ({ answers: [], leftOut: 0 }));
    const [own, ...inner] = answers;
    const reading = PageReading.safeParse(own?.result);
    if (!reading.success) return unreadable(url, title, closedOnReading(url));
    if (reading.data.contentType === 'application/pdf') {
      return unreadable(url, title, closedOnReading(url, reading.data.contentType));
    }
    const frames: ReadFrame[] = [];
    for (const { frame, result } of inner) {
      const { data } = PageReading.safeParse(result);
      // A frame without an address of its own (`srcdoc`) speaks of the page's.
      const at = data && (pageAddress(data.url) ? data : { ...data, url: reading.data.url });
      if (at) frames.push({ frame, reading: await readDocument(at, expandText) });
    }
    return withFrames(await readDocument(reading.data, expandText), frames, leftOut + inner.length - frames.length);
  };
}

function unreadable(url: string, title: string, problem: Problem): TabReading {
  const address = pageAddress(url);
  const fields: LearningResourceDraft['fields'] = title ? { title: [{ value: title, by: 'tab' }] } : {};
  const resource = address ? { address, fields } : undefined;
  return { ...(resource && { resource }), declared: [], sources: [], warnings: [], problem };
}

import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { problemIn } from '../../lib/domain/problem.ts';
import { isWebAddress, pageAddress } from '../../lib/domain/web-address.ts';
import { addressesIn } from '../../lib/work-sources/addresses.ts';
import { type ReadPages, type ReadSource, readWorkSource, type UnnamedTable } from '../../lib/work-sources/index.ts';
import { together } from '../../lib/work-sources/page-tally.ts';
import { unpacked } from '../../lib/work-sources/source-bytes.ts';

const parser = new new JSDOM('').window.DOMParser();
const patient = new AbortController().signal;

function read(content: BlobPart, over: Partial<ReadSource> & { name?: string } = {}) {
  const { name = 'list', ...how } = over;
  return readWorkSource({ name, body: new Blob([content]) }, { parser, signal: patient, ...how });
}
async function pagesOf(content: BlobPart, over: Parameters<typeof read>[1] = {}): Promise<ReadPages> {
  const answer = await read(content, over);
  if ('unnamed' in answer) throw new Error('its columns have to be named');
  return answer;
}
const codeOf = async (content: BlobPart) => (await read(content).catch(problemIn)) as { code: string };

const sitemap = (...urls: string[]) =>
  `<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">${urls
    .map(
      (url) =>
        `<url><loc>\n${url}\n</loc><image:image><image:loc>https://img.example/1.png</image:loc></image:image></url>`,
    )
    .join('')}</urlset>`;
const record = (inside: string, header = '') =>
  `<record><header${header}><identifier>oai:repo.example:1</identifier></header><metadata><oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:dc="http://purl.org/dc/elements/1.1/">${inside}</oai_dc:dc></metadata></record>`;
const oai = (inside: string) =>
  `<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><responseDate>2026-03-01T10:00:00Z</responseDate><request verb="ListRecords">https://repo.example/oai</request>${inside}</OAI-PMH>`;

describe('plain addresses', () => {
  it('are read with the title before or behind them', () => {
    const { pages, refused, twice } = addressesIn(
      [
        '# Autumn reading list',
        'https://a.example/1 Reading a graph',
        'Change and profit\thttps://a.example/2',
        'a.example/3',
        'https://a.example/4,The slope of a line',
        '"Shapes";"https://a.example/5"',
        'https://a.example/6,7',
        '',
        'https://a.example/1#again',
        'see the library',
        'ftp://a.example/8',
      ].join('\r\n'),
    );
    expect(pages).toEqual([
      { address: 'https://a.example/1', title: 'Reading a graph' },
      { address: 'https://a.example/2', title: 'Change and profit' },
      { address: 'https://a.example/3' },
      { address: 'https://a.example/4', title: 'The slope of a line' },
      { address: 'https://a.example/5', title: 'Shapes' },
      { address: 'https://a.example/6,7' },
    ]);
    expect([twice, refused]).toEqual([1, { count: 2, first: ['see the library', 'ftp://a.example/8'] }]);
  });

  it('are never lost: each line is a page, named twice, or refused', () => {
    const line = fc.oneof(
      fc.webUrl(),
      fc.string(),
      fc.constantFrom('javascript:alert(1)', 'https://u:p@a.example/', '__proto__'),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 20 }), (lines) => {
        const text = lines.map((one) => one.replace(/[\r\n]+/g, ' ')).join('\n');
        const { pages, twice, refused } = addressesIn(text);
        const counted = text.split(/\r\n|\n|\r/).filter((one) => one.trim() !== '' && !one.trim().startsWith('#'));
        expect(pages.length + twice + refused.count).toBe(counted.length);
        for (const { address } of pages) {
          expect(isWebAddress(address)).toBe(true);
          expect(pageAddress(address)).toBe(address);
        }
        expect(new Set(pages.map(({ address }) => address)).size).toBe(pages.length);
      }),
    );
  });
});

describe('a table', () => {
  it('is read by columns that are called as usual', async () => {
    const { from, pages, table } = await pagesOf(
      'Titel;Note;URL\nGraphen;x;https://a.example/1\nLinien;;https://a.example/2\n',
    );
    expect(from).toBe('table');
    expect(table?.columns).toEqual({ address: 'URL', title: 'Titel' });
    expect(pages).toEqual([
      { address: 'https://a.example/1', title: 'Graphen' },
      { address: 'https://a.example/2', title: 'Linien' },
    ]);
  });

  it('of one column is one, too', async () => {
    const { pages } = await pagesOf('url\nhttps://a.example/1\n');
    expect(pages).toEqual([{ address: 'https://a.example/1' }]);
  });

  it('asks what its columns hold where nothing looks like an address, and is read as it is told', async () => {
    const text = 'What,Where\nGraphs,first shelf\nLines,lessons.example/2\nShapes,\n';
    const asked = (await read(text)) as UnnamedTable;
    expect(asked.unnamed.headings).toEqual(['What', 'Where']);
    const { pages, refused } = await pagesOf(text, { columns: { address: 'Where', title: 'What' } });
    expect(pages).toEqual([{ address: 'https://lessons.example/2', title: 'Lines' }]);
    expect(refused).toEqual({ count: 2, first: ['first shelf', 'Shapes'] });
  });

  it('loses no row, whatever stands in it', async () => {
    const cell = fc.oneof(fc.webUrl(), fc.string(), fc.constantFrom('=1+1', '"', 'a\nb', '🙂'));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 12 }), async (rows) => {
        const text = Papa.unparse([['address', 'title'], ...rows]);
        if (text.includes('\0')) return;
        const { pages, twice, refused } = await pagesOf(text, {
          columns: { address: 'address', title: 'title' },
        }).catch((error: unknown) => {
          // Nothing at all is said by a table of blank cells.
          expect(problemIn(error)?.code).toMatch(/^I46[26]$|^I404$/);
          return { pages: [], twice: 0, refused: { count: rows.length, first: [] } };
        });
        const said = rows.filter((cells) => cells.some((one) => one.trim() !== ''));
        expect(pages.length + twice + refused.count).toBeLessThanOrEqual(rows.length);
        expect(pages.length + twice + refused.count).toBeGreaterThanOrEqual(Math.min(said.length, rows.length));
      }),
    );
  });
});

describe('a sitemap', () => {
  it('names its pages, and not their images', async () => {
    const { from, pages } = await pagesOf(sitemap('https://a.example/1', 'https://a.example/2?a=1&amp;b=2'));
    expect(from).toBe('sitemap');
    expect(pages.map(({ address }) => address)).toEqual(['https://a.example/1', 'https://a.example/2?a=1&b=2']);
  });

  it('is read packed, in the encoding that it declares, and with a byte order mark', async () => {
    const text = sitemap('https://a.example/käse').replace('UTF-8', 'ISO-8859-1');
    expect((await pagesOf(gzipSync(Buffer.from(text, 'latin1')))).pages[0]?.address).toBe(
      'https://a.example/k%C3%A4se',
    );
    const wide = new Uint8Array(Buffer.from(`\ufeff${sitemap('https://a.example/1')}`, 'utf16le'));
    expect((await pagesOf(wide)).pages).toHaveLength(1);
  });

  it('of sitemaps names those', async () => {
    const index =
      '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap><loc>https://a.example/1.xml.gz</loc></sitemap><sitemap><loc>https://a.example/2.xml</loc></sitemap></sitemapindex>';
    expect(await pagesOf(index)).toMatchObject({
      pages: [],
      further: ['https://a.example/1.xml.gz', 'https://a.example/2.xml'],
    });
  });
});

describe('an answer of OAI-PMH', () => {
  const list = oai(
    `<ListRecords>${record('<dc:title>Graphs</dc:title><dc:identifier>10.1/2</dc:identifier><dc:identifier>https://repo.example/1</dc:identifier>')}${record('<dc:title>No address</dc:title>')}${record('', ' status="deleted"')}<resumptionToken completeListSize="7" cursor="0">a/b=c&amp;d</resumptionToken></ListRecords>`,
  );

  it('names a page for each record that has an address, and where more of them are', async () => {
    const answer = await pagesOf(list, {
      address: 'https://repo.example/oai?verb=ListRecords&metadataPrefix=oai_dc&set=x',
    });
    expect(answer).toMatchObject({
      from: 'oai-pmh',
      pages: [{ address: 'https://repo.example/1', title: 'Graphs' }],
      refused: { count: 1, first: ['oai:repo.example:1'] },
      deleted: 1,
      total: 7,
      further: ['https://repo.example/oai?verb=ListRecords&resumptionToken=a%2Fb%3Dc%26d'],
    });
    // A file says where nothing more is to be asked for.
    expect((await pagesOf(list)).further).toEqual([]);
  });

  it('without a verb in the address is asked for its records', async () => {
    const error = oai('<error code="badVerb">Illegal verb</error>');
    const { further } = await pagesOf(error, { address: 'https://repo.example/oai' });
    expect(further).toEqual(['https://repo.example/oai?verb=ListRecords&metadataPrefix=oai_dc']);
    expect(await codeOf(error)).toMatchObject({
      code: 'I463',
      message: 'The repository answered: badVerb Illegal verb',
    });
  });

  it('without records names none', async () => {
    expect(await codeOf(oai('<error code="noRecordsMatch"/>'))).toMatchObject({ code: 'I466' });
  });
});

describe('what is hostile or broken', () => {
  const bomb = `<!DOCTYPE urlset [<!ENTITY a "aaaaaaaaaa">${Array.from({ length: 12 }, (_, n) => `<!ENTITY b${n} "${`&b${n - 1};`.repeat(10)}">`).join('')}]><urlset><url><loc>&b11;</loc></url></urlset>`;
  const outside = '<?xml version="1.0"?><!DOCTYPE urlset SYSTEM "file:///etc/passwd"><urlset/>';
  it.each([
    ['entities that grow', bomb, 'I461'],
    ['a document type elsewhere', outside, 'I461'],
    ['XML that breaks off', sitemap('https://a.example/1').slice(0, 150), 'I460'],
    ['XML of another kind', '<rss><channel/></rss>', 'I462'],
    ['a web page', '<!doctype html><html><body>Not found</body></html>', 'I404'],
    ['nothing', '  \n', 'I400'],
    ['no address at all', '# none\n', 'I466'],
    ['a workbook', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]), 'I401'],
    ['another encoding', new Uint8Array([0x4d, 0xfc, 0x6c, 0x6c, 0x65, 0x72]), 'I402'],
    ['XML in an encoding that nobody knows', '<?xml version="1.0" encoding="x-mars"?><urlset/>', 'I460'],
    ['XML in bytes of another encoding', Buffer.from('<?xml version="1.0"?><urlset>ü</urlset>', 'latin1'), 'I460'],
    ['a packed file that is damaged', gzipSync(sitemap('https://a.example/1')).subarray(0, 60), 'I464'],
  ])('%s is refused by its code', async (_what, content, code) => {
    expect(await codeOf(content as BlobPart)).toMatchObject({ code });
  });

  it('a file that unpacks to more than is read is given up on its way', async () => {
    const body = new Blob([gzipSync(Buffer.alloc(5_000_000))]);
    expect(body.size).toBeLessThan(10_000);
    const refused = await unpacked({ name: 'x.gz', body }, 1_000_000).catch(problemIn);
    expect(refused).toMatchObject({ code: 'I464' });
    expect(await unpacked({ name: 'x', body: new Blob(['x'.repeat(20)]) }, 10).catch(problemIn)).toMatchObject({
      code: 'I465',
    });
  });

  it('no bytes make it fail in a way that nobody expected', async () => {
    const piece = fc.constantFrom(
      '<',
      'urlset>',
      '<url>',
      '<loc>',
      '</loc>',
      '<?xml',
      '&amp;',
      '"',
      ',',
      '\n',
      'https://a.example',
      '<OAI-PMH>',
      '\u0000',
      'é',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(piece, fc.string()), { maxLength: 12 }), async (pieces) => {
        const answer = await read(pieces.join('')).catch((error: unknown) => {
          expect(problemIn(error)?.code, String(error)).toMatch(/^I4\d\d$/);
          return undefined;
        });
        if (answer && 'pages' in answer)
          for (const { address } of answer.pages) expect(isWebAddress(address)).toBe(true);
      }),
    );
  });
});

it('joins sources so that a page that two of them name is there once', async () => {
  const both = [
    await pagesOf(sitemap('https://a.example/1', 'https://a.example/2')),
    await pagesOf('https://a.example/2'),
  ];
  expect(together(both)).toMatchObject({
    twice: 1,
    pages: [{ address: 'https://a.example/1' }, { address: 'https://a.example/2' }],
  });
});

it('ends when it is asked to', async () => {
  const left = new AbortController();
  left.abort(new Error('enough'));
  await expect(read('https://a.example/1', { signal: left.signal })).rejects.toThrow('enough');
});

import { describe, expect, it } from 'vitest';
import { Evidence } from '../../lib/domain/evidence.ts';
import { captureSelection } from '../../lib/readers/selection.ts';
import { openDom, openSelected } from './dom.ts';

const capture = (html: string, url?: string) => captureSelection(openSelected(html, url).document);
const lesson = `<h1>Pumps</h1><p>The table says 40 litres each minute. The graph of the second pump
  climbs [90 litres in <b>two</b> minutes]. Which pump is faster, and how can you tell?</p>`;

describe('what is selected', () => {
  it('becomes a quote with 32 characters of context, a position and an address', () => {
    const evidence = capture(lesson);
    expect(evidence).toEqual({
      quote: {
        type: 'TextQuoteSelector',
        exact: '90 litres in two minutes',
        prefix: 'graph of the second pump climbs ',
        suffix: '. Which pump is faster, and how ',
      },
      position: { type: 'TextPositionSelector', start: 80, end: 104 },
      address: 'https://lessons.example/graph#:~:text=90%20litres%20in%20two%20minutes',
    });
    expect(Evidence.parse(evidence)).toEqual(evidence);
  });

  it('counts code points, and halves none', () => {
    const evidence = capture(`<p>${'\u{1f331}'.repeat(40)} [seed] ${'\u{1f33b}'.repeat(40)}</p>`);
    expect(evidence?.position).toMatchObject({ start: 41, end: 45 });
    expect([...(evidence?.quote.prefix ?? '')]).toHaveLength(32);
    expect(evidence?.quote.suffix).toBe(` ${'\u{1f33b}'.repeat(31)}`);
    expect(Evidence.parse(evidence)).toEqual(evidence);
  });

  it('leaves out what is hidden in it, and the spaces at its ends', () => {
    expect(capture('<p>a [ b <i hidden>c</i><script>d</script> e ] f</p>')?.quote.exact).toBe('b e');
  });

  it('may begin and end between elements', () => {
    const { document } = openDom('<p>one</p><ul><li>two</li><li>three</li></ul><p>four</p>');
    const range = document.createRange();
    range.selectNodeContents(document.querySelector('ul') as Element);
    document.getSelection()?.addRange(range);
    expect(captureSelection(document)).toMatchObject({
      quote: { exact: 'two three', prefix: 'one ', suffix: ' four' },
      address: expect.stringMatching(/#:~:text=two,three$/),
    });
  });

  it('is kept up to its last whole word where it is very long', () => {
    const { quote, position, address } = capture(`<p>[${'many words '.repeat(500)}]</p>`) ?? {};
    expect(quote?.exact).toMatch(/ words many$/);
    expect(quote?.exact.length).toBeGreaterThan(1980);
    expect(quote?.exact.length).toBeLessThanOrEqual(2000);
    expect((position?.end ?? 0) - (position?.start ?? 0)).toBe(quote?.exact.length);
    expect(address?.length).toBeLessThan(300);
  });

  it.each([
    ['nothing', '<p>a</p>'],
    ['a place without text', '<p>a []b</p>'],
    ['only spaces', '<p>a[  ]b</p>'],
    ['only what is not read', '<p>a</p><script>[b]</script>'],
  ])('is no evidence where it is %s', (_what, html) => {
    const { document } = html.includes('[') ? openSelected(html) : openDom(html);
    expect(captureSelection(document)).toBeUndefined();
  });

  it('is read past whatever a page puts in the way', () => {
    const html = '<img name="getSelection"><img name="URL"><form><input name="nodeType"><p>a [b] c</p></form>';
    expect(capture(html)).toMatchObject({ quote: { exact: 'b' }, address: expect.stringContaining('#:~:text=') });
  });
});

describe('the address of a passage', () => {
  const directive = (html: string, url?: string) => capture(html, url)?.address?.replace(/^.*?:~:text=/, '');

  it.each([
    ['whole words', '<p>The sl[ope of a li]ne</p>', 'slope%20of%20a%20line'],
    ['its syntax encoded', '<p>[a-b, c & d]</p>', 'a%2Db%2C%20c%20%26%20d'],
    ['its ends where it runs through blocks', '<p>[One two</p><p>three four]</p>', 'One%20two,three%20four'],
    [
      'what is around where it stands there twice',
      '<p>first [same] here, second Same there</p>',
      'first-,same,-here%2C%20second%20Same%20there',
    ],
    ['the block before where it begins one', '<p>one</p><p>[same]</p><p>two</p><p>same</p>', 'one-,same,-two'],
    ['nothing around where there is nothing', '<p>[yes] yes</p>', 'yes,-yes'],
    ['a script without spaces', '<p>直[线的斜率]</p>', expect.stringMatching(/^(%[0-9A-F]{2})+$/)],
  ])('has %s', (_what, html, expected) => {
    expect(directive(html)).toEqual(expected);
  });

  it('has the first and last words of a long passage', () => {
    const middle = 'and then some more of the same kind '.repeat(12);
    expect(directive(`<p>[It begins here, ${middle} and there it ends.]</p>`)).toMatch(
      /^It%20begins%20here[^,]*,[^,]*it%20ends\.$/,
    );
  });

  it('keeps the page’s own fragment, and no password', () => {
    expect(capture('<p>[a]</p>', 'https://me:secret@lessons.example/app#/step/2')?.address).toBe(
      'https://lessons.example/app#/step/2:~:text=a',
    );
  });

  it('is left out where the document has none that others can open', () => {
    expect(capture('<p>[a]</p>', 'about:srcdoc')).not.toHaveProperty('address');
  });

  it('is left out where it would be too long', () => {
    expect(capture('<p>[a]</p>', `https://lessons.example/${'a'.repeat(4080)}`)).not.toHaveProperty('address');
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainText } from '../../lib/skill-documents/plain-text.ts';

describe('HTML as plain text', () => {
  it('keeps what a person reads', () => {
    const read: [html: string, text: string][] = [
      ['<p>One<br>two</p><p>three</p>', 'One two three'],
      ['<b>bo</b>ld &amp;amp; &lt;b&gt; &#x1F331;&#8211;&nbsp;x', 'bold &amp; <b> 🌱– x'],
      ['<script>alert(1)</script>a<!-- b --><style>c', 'a'],
      ['2 < 3 and 4 > 3, &unknown; &#0; &#xD800;', '2 < 3 and 4 > 3, &unknown; &#0; &#xD800;'],
      ['Ma&szlig;e f&uuml;r &Uuml;bungen', 'Maße für Übungen'],
      ['', ''],
    ];
    for (const [html, text] of read) expect(plainText(html)).toBe(text);
  });

  it('leaves words without markup as they are, in one line', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const words = text.replace(/[<>&]/g, '');
        expect(plainText(words)).toBe(words.replace(/\s+/g, ' ').trim());
      }),
    );
  });
});

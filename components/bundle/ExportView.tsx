import { useEffect, useRef, useState } from 'react';
import type { Exported } from '../../lib/domain/bundle.ts';
import type { ExportPart } from '../../lib/domain/bundle-export.ts';
import type { Problem } from '../../lib/domain/problem.ts';
import { ask } from '../../lib/messaging/client.ts';
import { Icon } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { ProblemNotice } from '../ui/Notice.tsx';
import { useEscape } from '../ui/use-escape.ts';
import { download } from './download.ts';
import { FormatFields } from './FormatFields.tsx';
import { Losses } from './Losses.tsx';

const notCopied: Problem = {
  code: 'M604',
  message: 'The browser did not let Plumbline copy.',
  advice: 'Select the text of the preview and copy it, or download it.',
};

type Props = {
  address: string;
  title: string;
  /** Changes when the alignments do, so that the preview is written anew. */
  version: string;
  onBack(): void;
  /** Says something to the live region. */
  onSay(text: string): void;
};

/** The page's alignments in a format: what it will be, what it cannot carry, then copy or download. */
export function ExportView({ address, title, version, onBack, onSay }: Props) {
  const [part, setPart] = useState<ExportPart>({ format: 'lrmi', choices: {} });
  const [last, setLast] = useState<{ part: ExportPart; exported: Exported }>();
  const [problem, setProblem] = useState<Problem>();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies(version): the alignments behind the address changed
  useEffect(() => {
    let current = true;
    void ask('exportResource', { address, format: part.format, options: part.choices }).then((answer) => {
      if (!current) return;
      setLast(answer.ok ? { part, exported: answer.value } : undefined);
      setProblem(answer.ok ? undefined : answer.problem);
    });
    return () => {
      current = false;
    };
  }, [address, part, version]);
  const copy = async (text: string) => {
    await navigator.clipboard.writeText(text).then(
      () => onSay('Copied.'),
      () => setProblem(notCopied),
    );
  };
  useEscape(onBack);
  // The text before stays to be read while the next is written, but is not to be taken for it.
  const written = last?.part === part ? last.exported : undefined;
  const shown = last?.exported;
  return (
    <section className="surface" aria-labelledby="export-head">
      <header className="surface-bar">
        <IconButton icon="back" label="Back to the page (Esc)" onClick={onBack} />
        <div className="where titled">
          <h1 id="export-head" ref={heading} tabIndex={-1}>
            Export
          </h1>
          <span>{title}</span>
        </div>
      </header>
      <div className="surface-body">
        <FormatFields part={part} onChange={setPart} />
        {problem && (
          <div className="block">
            <ProblemNotice problem={problem} />
          </div>
        )}
        {shown && (
          <>
            <Losses losses={shown.losses} />
            <section className="block stack" aria-label="Preview">
              <h2 className="label">Preview</h2>
              {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
              <pre className="verbatim" tabIndex={0} aria-busy={!written}>
                {shown.text}
              </pre>
            </section>
          </>
        )}
      </div>
      <footer className="surface-foot">
        <p className="saying">{written ? sizeOf(written.text) : 'Writing…'}</p>
        <button type="button" className="btn" disabled={!written} onClick={() => written && void copy(written.text)}>
          <Icon name="copy" />
          Copy
        </button>
        <button
          type="button"
          className="btn btn-primary"
          disabled={!written}
          onClick={() => {
            if (!written) return;
            download(new Blob([written.text], { type: written.mediaType }), written.fileName);
            onSay(`Downloaded ${written.fileName}.`);
          }}
        >
          Download
        </button>
      </footer>
    </section>
  );
}

function sizeOf(text: string): string {
  const bytes = new TextEncoder().encode(text).length;
  return bytes < 1000 ? `${bytes} bytes` : `${(bytes / 1000).toFixed(1)} kB`;
}

import { useEffect, useRef, useState } from 'react';
import { type Exported, FormatId, type Loss } from '../../lib/domain/bundle.ts';
import { formatDescriptions } from '../../lib/domain/format-description.ts';
import type { Problem } from '../../lib/domain/problem.ts';
import { ask } from '../../lib/messaging/client.ts';
import { Icon } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { ProblemNotice } from '../ui/Notice.tsx';
import { useEscape } from '../ui/use-escape.ts';
import { download } from './download.ts';

const offered = Object.keys(formatDescriptions).map((id) => FormatId.parse(id));

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
  const [format, setFormat] = useState<FormatId>('lrmi');
  const [twins, setTwins] = useState(false);
  const [written, setWritten] = useState<Exported>();
  const [problem, setProblem] = useState<Problem>();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies(version): the alignments behind the address changed
  useEffect(() => {
    let current = true;
    void ask('exportResource', { address, format, options: { alignmentObjects: twins } }).then((answer) => {
      if (!current) return;
      setWritten(answer.ok ? answer.value : undefined);
      setProblem(answer.ok ? undefined : answer.problem);
    });
    return () => {
      current = false;
    };
  }, [address, format, twins, version]);
  const copy = async (text: string) => {
    await navigator.clipboard.writeText(text).then(
      () => onSay('Copied.'),
      () => setProblem(notCopied),
    );
  };
  useEscape(onBack);
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
        <fieldset className="block formats">
          <legend className="sr">Format</legend>
          {offered.map((id) => (
            <label className="format" key={id}>
              <input type="radio" name="format" checked={id === format} onChange={() => setFormat(id)} />
              <span>
                <b>{formatDescriptions[id].label}</b>
                <small>{formatDescriptions[id].purpose}</small>
              </span>
            </label>
          ))}
          {format === 'lrmi' && (
            <label className="check">
              <input type="checkbox" checked={twins} onChange={(event) => setTwins(event.target.checked)} />
              <span>
                Also as educationalAlignment
                <br />
                <span className="quiet">for harvesters that know only the older form</span>
              </span>
            </label>
          )}
        </fieldset>
        {problem && (
          <div className="block">
            <ProblemNotice problem={problem} />
          </div>
        )}
        {written && (
          <>
            <Losses losses={written.losses} />
            <section className="block stack" aria-label="Preview">
              <h2 className="label">Preview</h2>
              {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
              <pre className="verbatim" tabIndex={0}>
                {written.text}
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
            download(written);
            onSay(`Downloaded ${written.fileName}.`);
          }}
        >
          Download
        </button>
      </footer>
    </section>
  );
}

function Losses({ losses }: { losses: readonly Loss[] }) {
  if (losses.length === 0) return null;
  return (
    <section className="block stack" aria-labelledby="loss">
      <h2 id="loss" className="label">
        What this format cannot carry
      </h2>
      <ul className="loss">
        {losses.map(({ what, message, count }) => (
          <li key={what}>
            <span>{message}</span>
            <span className="quiet">{count === 1 ? 'in 1 alignment' : `in ${count} alignments`}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function sizeOf(text: string): string {
  const bytes = new TextEncoder().encode(text).length;
  return bytes < 1000 ? `${bytes} bytes` : `${(bytes / 1000).toFixed(1)} kB`;
}

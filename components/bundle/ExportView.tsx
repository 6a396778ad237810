import { useContext, useEffect, useRef, useState } from 'react';
import type { ExportPart } from '../../lib/domain/bundle-export.ts';
import { signerName } from '../../lib/domain/identity.ts';
import type { Problem } from '../../lib/domain/problem.ts';
import { M604Export } from '../../lib/domain/problems.ts';
import { bytes } from '../../lib/language/format.ts';
import { t } from '../../lib/language/words.ts';
import { ask } from '../../lib/messaging/client.ts';
import { useKept } from '../../lib/queries/database-context.ts';
import { identityKept } from '../../lib/queries/identity.ts';
import { SignaturesContext } from '../identity/signatures-context.ts';
import { Icon } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { ProblemNotice } from '../ui/Notice.tsx';
import { useEscape } from '../ui/use-escape.ts';
import { download } from './download.ts';
import { FormatFields } from './FormatFields.tsx';
import { Losses } from './Losses.tsx';
import { SignChoice } from './SignChoice.tsx';
import { type SignedExport, signExport } from './sign-export.ts';

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
  const [last, setLast] = useState<{ part: ExportPart; signs: boolean; exported: SignedExport }>();
  const [sign, setSign] = useState(false);
  const signatures = useContext(SignaturesContext);
  const identity = useKept(identityKept, []);
  const canSign = signatures !== undefined && identity?.key !== undefined;
  const signs = canSign && sign;
  const takesProof = part.format === 'open-badges-3';
  const [problem, setProblem] = useState<Problem>();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies(version): the alignments behind the address changed
  useEffect(() => {
    const aborter = new AbortController();
    const write = async () => {
      const answer = await ask('exportResource', { address, format: part.format, options: part.choices });
      const { signal } = aborter;
      const ended =
        answer.ok && signs && signatures ? await signExport(answer.value, takesProof, signatures, signal) : answer;
      if (signal.aborted) return;
      setLast(ended.ok ? { part, signs, exported: ended.value } : undefined);
      setProblem(ended.ok ? undefined : ended.problem);
    };
    void write();
    return () => aborter.abort();
  }, [address, part, version, signs, signatures, takesProof]);
  const copy = async (text: string) => {
    await navigator.clipboard.writeText(text).then(
      () => onSay(t('bundle.copied')),
      () => setProblem(M604Export),
    );
  };
  const save = (text: string, type: string, fileName: string) => {
    download(new Blob([text], { type }), fileName);
    onSay(t('bundle.downloaded', { file: fileName }));
  };
  useEscape(onBack);
  // The text before stays to be read while the next is written, but is not to be taken for it.
  const written = last?.part === part && last.signs === signs ? last.exported : undefined;
  const shown = last?.exported;
  return (
    <section className="surface" aria-labelledby="export-head">
      <header className="surface-bar">
        <IconButton icon="back" label={t('bundle.back')} onClick={onBack} />
        <div className="where titled">
          <h1 id="export-head" ref={heading} tabIndex={-1}>
            {t('bundle.export')}
          </h1>
          <span title={title} data-own-words>
            {title}
          </span>
        </div>
      </header>
      <div className="surface-body">
        <FormatFields part={part} onChange={setPart} />
        {canSign && (
          <div className="block">
            <SignChoice name={signerName(identity)} takesProof={takesProof} checked={sign} onChange={setSign} />
          </div>
        )}
        {problem && (
          <div className="block">
            <ProblemNotice problem={problem} />
          </div>
        )}
        {shown && (
          <>
            <Losses losses={shown.losses} />
            <section className="block stack" aria-label={t('bundle.preview')}>
              <h2 className="label">{t('bundle.preview')}</h2>
              {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
              <pre className="verbatim" tabIndex={0} aria-busy={!written}>
                {shown.text}
              </pre>
            </section>
          </>
        )}
      </div>
      <footer className="surface-foot">
        <p className="saying">
          {written ? <span data-own-words>{bytes(new Blob([written.text]).size)}</span> : t('bundle.writingNow')}
        </p>
        <button type="button" className="btn" disabled={!written} onClick={() => written && void copy(written.text)}>
          <Icon name="copy" />
          {t('bundle.copy')}
        </button>
        <button
          type="button"
          className="btn btn-primary"
          disabled={!written}
          onClick={() => written && save(written.text, written.mediaType, written.fileName)}
        >
          {t('bundle.download')}
        </button>
        {written?.signature && (
          <button
            type="button"
            className="btn"
            onClick={() =>
              written.signature && save(written.signature.text, 'application/vc', written.signature.fileName)
            }
          >
            {t('bundle.downloadSignature')}
          </button>
        )}
      </footer>
    </section>
  );
}

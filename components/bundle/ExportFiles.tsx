import { useEffect, useRef, useState } from 'react';
import { FormatId, type Loss } from '../../lib/domain/bundle.ts';
import type { ExportPart, ExportProgress, ExportScope } from '../../lib/domain/bundle-export.ts';
import type { Problem } from '../../lib/domain/problem.ts';
import { t } from '../../lib/language/words.ts';
import { useBulk } from '../framework/bulk-context.ts';
import { ImportMeter } from '../framework/ImportMeter.tsx';
import { ProblemNotice } from '../ui/Notice.tsx';
import { download } from './download.ts';
import { FormatFields } from './FormatFields.tsx';
import { Losses } from './Losses.tsx';

type Props = {
  scope: ExportScope;
  /** How many alignments that is. */
  alignments: number;
  onSay(text: string): void;
};

const bundle: ExportPart = { format: 'plumbline', choices: {} };

/**
 * Alignments as one file in a format, or in several formats as a ZIP with digests: what to choose, the button, how far it
 * is, and what the formats could not carry. It is given up with the screen that it is on.
 */
export function ExportFiles({ scope, alignments, onSay }: Props) {
  const bulk = useBulk();
  const [part, setPart] = useState(bundle);
  const [more, setMore] = useState<readonly FormatId[]>([]);
  const [progress, setProgress] = useState<ExportProgress>();
  const [losses, setLosses] = useState<readonly { format: FormatId; losses: Loss[] }[]>([]);
  const [problem, setProblem] = useState<Problem>();
  const running = useRef<AbortController>(undefined);
  const parts = [part, ...more.filter((id) => id !== part.format).map((format) => ({ format, choices: {} }))];
  useEffect(() => () => running.current?.abort(), []);
  const write = async () => {
    running.current = new AbortController();
    setProgress({ done: 0, total: alignments * parts.length });
    const answer = await bulk.ask(
      'exportBundle',
      { scope, parts, zipped: parts.length > 1 },
      { signal: running.current.signal, hear: ({ done, total = 0 }) => setProgress({ done, total }) },
    );
    setProgress(undefined);
    if (answer === 'cancelled') return;
    setProblem(answer.ok ? undefined : answer.problem);
    if (!answer.ok) return;
    setLosses(answer.value.losses);
    download(answer.value.file, answer.value.name);
    onSay(t('bundle.downloaded', { file: answer.value.name }));
  };
  return (
    <>
      {problem && <ProblemNotice problem={problem} />}
      <FormatFields part={part} onChange={setPart} />
      <details>
        <summary>{t('bundle.everything.furtherAsZip')}</summary>
        <fieldset className="stack">
          <legend className="sr">{t('bundle.everything.further')}</legend>
          {FormatId.options
            .filter((id) => id !== part.format)
            .map((id) => (
              <label className="check" key={id}>
                <input
                  type="checkbox"
                  checked={more.includes(id)}
                  onChange={({ target }) =>
                    setMore(target.checked ? [...more, id] : more.filter((other) => other !== id))
                  }
                />
                <span>{t(`format.${id}.label`)}</span>
              </label>
            ))}
        </fieldset>
      </details>
      {progress ? (
        <ImportMeter
          label={t('bundle.writing')}
          progress={progress}
          things="alignments"
          onCancel={() => running.current?.abort()}
        />
      ) : (
        <div className="row">
          <button type="button" className="btn" disabled={alignments === 0} onClick={() => void write()}>
            {parts.length > 1
              ? t('bundle.everything.doFormats', { alignments, formats: parts.length })
              : t('bundle.everything.do', { alignments })}
          </button>
        </div>
      )}
      {losses.map(({ format, losses: lost }) => (
        <Losses key={format} losses={lost} title={t('bundle.losses.of', { format: t(`format.${format}.label`) })} />
      ))}
    </>
  );
}

import { useRef } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import type { ColumnMap } from '../../lib/domain/document-kind.ts';
import { proposedColumns } from '../../lib/domain/proposed-columns.ts';
import { sentenceWords } from '../../lib/language/problem-words.ts';
import { t } from '../../lib/language/words.ts';
import { ProblemNotice } from '../ui/Notice.tsx';
import { useHeldFocus } from '../ui/use-held-focus.ts';
import { Words } from '../ui/Words.tsx';
import { ColumnMapper } from './ColumnMapper.tsx';
import { FrameworkPreviewFacts } from './FrameworkPreviewFacts.tsx';
import { ImportMeter } from './ImportMeter.tsx';
import { skillColumns, wholeSkillColumns } from './skill-columns.ts';
import type { ImportStep } from './use-import.ts';

type Props = {
  step: ImportStep;
  /** How many documents come after this one. */
  left: number;
  onName(columns: ColumnMap): void;
  onKeep(): void;
  onLeave(): void;
};

/** An import on its way: what the document is before anything is kept, how far it is, or what went wrong. */
export function ImportDialog({ step, left, onName, onKeep, onLeave }: Props) {
  const dialog = useRef<HTMLElement>(null);
  useHeldFocus(dialog);
  return (
    <ModalOverlay className="scrim" isOpen onOpenChange={(open) => open || onLeave()} isKeyboardDismissDisabled={false}>
      <Modal className="dialog">
        <Dialog ref={dialog}>
          <Heading slot="title" className="dialog-head">
            <Words of={`framework.step.${step.at}`} values={{ name: <span dir="auto">{step.wanted.name}</span> }} />
          </Heading>
          <div className="dialog-body">
            {left > 0 && <p className="quiet">{t('framework.left', { count: left })}</p>}
            <Content step={step} onName={onName} onKeep={onKeep} onLeave={onLeave} />
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Content({ step, onName, onKeep, onLeave }: Omit<Props, 'left'>) {
  if (step.at === 'failed') {
    return (
      <ProblemNotice
        problem={step.problem}
        acts={
          <button type="button" className="btn btn-small" onClick={onLeave}>
            {t('framework.close')}
          </button>
        }
      />
    );
  }
  if (step.at !== 'preview') {
    return (
      <ImportMeter
        label={t(`framework.meter.${step.at}`)}
        {...(step.progress && { progress: step.progress })}
        onCancel={onLeave}
      />
    );
  }
  const { preview, columns } = step;
  const { frameworks, warnings, table, kind } = preview;
  return (
    <>
      <p className="muted">{t('framework.preview.what', { kind: t(`framework.kind.${kind}`) })}</p>
      {table && (
        <ColumnMapper
          table={table}
          fields={skillColumns}
          guess={proposedColumns(table) ?? {}}
          wholeOf={wholeSkillColumns}
          {...(columns && { columns })}
          onName={onName}
          {...(frameworks.length === 0 && { onLeave })}
        />
      )}
      {frameworks.map((one) => (
        <FrameworkPreviewFacts key={one.framework.uri} preview={one} />
      ))}
      {warnings.length > 0 && (
        <ul className="warnings" aria-label={t('framework.preview.warnings')}>
          {warnings.map(({ count, ...warning }) => (
            <li key={`${warning.code} ${warning.message}`}>
              {sentenceWords(warning)}{' '}
              {count > 1 && <span className="quiet">{t('framework.preview.warningTimes', { count })}</span>}
            </li>
          ))}
        </ul>
      )}
      {frameworks.length > 0 && (
        <div className="row">
          <button type="button" className="btn btn-primary" onClick={onKeep}>
            {t(frameworks.some(({ changes }) => changes) ? 'framework.replace' : 'framework.import')}
          </button>
          <button type="button" className="btn btn-quiet" onClick={onLeave}>
            {t('framework.cancel')}
          </button>
        </div>
      )}
    </>
  );
}

import { useRef } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import type { ColumnMap } from '../../lib/domain/document-kind.ts';
import { proposedColumns } from '../../lib/domain/proposed-columns.ts';
import { ProblemNotice } from '../ui/Notice.tsx';
import { useHeldFocus } from '../ui/use-held-focus.ts';
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

const titles = { reading: 'Reading', preview: 'Import', importing: 'Importing', failed: 'Not imported:' } as const;

/** An import on its way: what the document is before anything is kept, how far it is, or what went wrong. */
export function ImportDialog({ step, left, onName, onKeep, onLeave }: Props) {
  const dialog = useRef<HTMLElement>(null);
  useHeldFocus(dialog);
  return (
    <ModalOverlay className="scrim" isOpen onOpenChange={(open) => open || onLeave()} isKeyboardDismissDisabled={false}>
      <Modal className="dialog">
        <Dialog ref={dialog}>
          <Heading slot="title" className="dialog-head">
            {titles[step.at]} <span dir="auto">{step.wanted.name}</span>
          </Heading>
          <div className="dialog-body">
            {left > 0 && <p className="quiet">{left === 1 ? 'One more after it.' : `${left} more after it.`}</p>}
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
            Close
          </button>
        }
      />
    );
  }
  if (step.at !== 'preview') {
    return (
      <ImportMeter label={titles[step.at]} {...(step.progress && { progress: step.progress })} onCancel={onLeave} />
    );
  }
  const { preview, columns } = step;
  const { frameworks, warnings, table, label } = preview;
  return (
    <>
      <p className="muted">It is: {label}.</p>
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
        <ul className="warnings" aria-label="What was left out or mended">
          {warnings.map(({ code, message, count }) => (
            <li key={`${code} ${message}`}>
              {message} {count > 1 && <span className="quiet">{count.toLocaleString()} times</span>}
            </li>
          ))}
        </ul>
      )}
      {frameworks.length > 0 && (
        <div className="row">
          <button type="button" className="btn btn-primary" onClick={onKeep}>
            {frameworks.some(({ changes }) => changes) ? 'Replace what is here' : 'Import'}
          </button>
          <button type="button" className="btn btn-quiet" onClick={onLeave}>
            Cancel
          </button>
        </div>
      )}
    </>
  );
}

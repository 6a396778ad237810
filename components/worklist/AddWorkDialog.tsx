import { useRef, useState } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import type { Problem } from '../../lib/domain/problem.ts';
import { longestListName } from '../../lib/domain/work-list.ts';
import { t } from '../../lib/language/words.ts';
import { ask } from '../../lib/messaging/client.ts';
import { type KeptWorkList, workPreview } from '../../lib/queries/work.ts';
import { wholeWorkColumns } from '../../lib/work-sources/work-table.ts';
import { ColumnMapper } from '../framework/ColumnMapper.tsx';
import { ProblemNotice } from '../ui/Notice.tsx';
import { useHeldFocus } from '../ui/use-held-focus.ts';
import { useKeptOf } from './use-kept-of.ts';
import type { PagesRead, useWorkReading } from './use-work-reading.ts';
import { WorkMeter } from './WorkMeter.tsx';
import { WorkPreviewFacts } from './WorkPreviewFacts.tsx';
import { workFields } from './work-fields.ts';

type Props = {
  source: ReturnType<typeof useWorkReading>;
  lists: readonly KeptWorkList[];
  /** The list that the pages go into, where one is open. */
  into?: string | undefined;
  onAdded(list: string, undo: string, added: number): void;
};

/** Pages on their way into a list: how far reading is, what would be added, or why not. */
export function AddWorkDialog({ source, lists, into, onAdded }: Props) {
  const dialog = useRef<HTMLElement>(null);
  useHeldFocus(dialog);
  const { reading } = source;
  if (!reading) return null;
  const isFailed = reading.at === 'failed';
  return (
    <ModalOverlay className="scrim" isOpen onOpenChange={(open) => open || source.leave()}>
      <Modal className="dialog">
        <Dialog ref={dialog}>
          <Heading slot="title" className="dialog-head">
            {t(isFailed ? 'work.failed' : reading.at === 'preview' ? 'work.preview' : 'work.add')}
          </Heading>
          <div className="dialog-body">
            {reading.at === 'reading' && (
              <WorkMeter
                label={t('work.reading')}
                done={reading.done}
                total={reading.total}
                words={
                  reading.total === undefined
                    ? t('work.reading.pages', { count: reading.done })
                    : t('work.reading.pagesOf', { done: reading.done, total: reading.total })
                }
                onCancel={source.stop}
              />
            )}
            {reading.at === 'columns' && (
              <ColumnMapper
                table={reading.table.unnamed}
                fields={workFields}
                guess={reading.table.guess}
                wholeOf={wholeWorkColumns}
                onName={source.columns}
                onLeave={source.leave}
              />
            )}
            {reading.at === 'failed' && (
              <ProblemNotice
                problem={reading.problem}
                acts={
                  <button type="button" className="btn btn-small" onClick={source.leave}>
                    {t('work.close')}
                  </button>
                }
              />
            )}
            {reading.at === 'preview' && (
              <Preview pages={reading} source={source} lists={lists} into={into} onAdded={onAdded} />
            )}
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Preview({ pages, source, lists, into, onAdded }: Props & { pages: PagesRead }) {
  const [list, setList] = useState(into ?? '');
  const [name, setName] = useState(pages.name.slice(0, longestListName));
  const [problem, setProblem] = useState<Problem>();
  const [adding, setAdding] = useState(false);
  const { read } = pages;
  const preview = useKeptOf(list, (database) => workPreview(database, read.pages, list || undefined));
  const add = async () => {
    setAdding(true);
    const answer = await ask('addWork', {
      list: list ? { id: list } : { name: name.trim() },
      from: read.from,
      pages: read.pages,
    });
    setAdding(false);
    if (!answer.ok) return setProblem(answer.problem);
    source.leave();
    onAdded(answer.value.list, answer.value.undo, answer.value.changed);
  };
  const { fresh = 0 } = preview ?? {};
  return (
    <>
      {problem && <ProblemNotice problem={problem} />}
      <div className="form-grid">
        <label className="field">
          <span className="label">{t('work.into')}</span>
          <span className="select">
            <select className="input" value={list} onChange={(event) => setList(event.target.value)}>
              <option value="">{t('work.into.new')}</option>
              {lists.map((one) => (
                <option key={one.id} value={one.id} data-own-words>
                  {one.name}
                </option>
              ))}
            </select>
          </span>
        </label>
        {list === '' && (
          <label className="field">
            <span className="label">{t('work.into.name')}</span>
            <input
              className="input"
              dir="auto"
              required
              maxLength={longestListName}
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          </label>
        )}
      </div>
      {preview && <WorkPreviewFacts pages={pages} preview={preview} onColumns={source.columns} />}
      <div className="row">
        <button
          type="button"
          className="btn btn-primary"
          disabled={adding || fresh === 0 || (list === '' && name.trim() === '')}
          onClick={() => void add()}
        >
          {t('work.add.pages', { count: fresh })}
        </button>
        <button type="button" className="btn btn-quiet" disabled={adding} onClick={source.leave}>
          {t('work.cancel')}
        </button>
      </div>
    </>
  );
}

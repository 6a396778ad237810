import { useEffect } from 'react';
import { titleOf } from '../../lib/domain/learning-resource.ts';
import { takesAlignments } from '../../lib/domain/registry.ts';
import { t } from '../../lib/language/words.ts';
import { useKept } from '../../lib/queries/database-context.ts';
import { alignmentsOf, registriesKept } from '../../lib/queries/kept.ts';
import { useDraft } from '../../lib/state/draft.ts';
import { PageDraftsContext } from '../../lib/state/kept-form.ts';
import { usePage } from '../../lib/state/page.ts';
import { useView } from '../../lib/state/view.ts';
import { AlignView } from '../alignment/AlignView.tsx';
import { ExportView } from '../bundle/ExportView.tsx';
import { SendingView } from '../outbox/SendingView.tsx';
import { unpublishedAmong } from '../outbox/unpublished.ts';
import { LiveRegion } from '../ui/LiveRegion.tsx';
import { ProblemNotice } from '../ui/Notice.tsx';
import { ManyPages } from '../worklist/ManyPages.tsx';
import { PageChanged } from './PageChanged.tsx';
import { PageView } from './PageView.tsx';
import { type Place, PlaceContext } from './place-context.ts';
import { SurfaceBar } from './SurfaceBar.tsx';
import { spokenOf } from './spoken.ts';
import { UnreadablePage } from './UnreadablePage.tsx';

type Props = {
  /** Where it is shown. Default: the popup, which closes as soon as the person goes elsewhere. */
  place?: Place;
};

/** One page in hand: what it is, what it is aligned to, and the ways on from there. The popup shows it, and the panel. */
export function PageSurface({ place = 'popup' }: Props) {
  const drafts = usePage((state) => state.drafts);
  return (
    <PlaceContext value={place}>
      <PageDraftsContext value={drafts}>
        <PageInHand />
      </PageDraftsContext>
    </PlaceContext>
  );
}

function PageInHand() {
  const { address, reading, problem, resource, name } = usePage();
  const { view, notice, said, show, say } = useView();
  const draft = useDraft((state) => state.draft);
  const key = resource?.address ?? '';
  const alignments = useKept((database) => alignmentsOf(database, key), [key]);
  const registries = useKept(registriesKept, []);
  useEffect(() => {
    if (draft && resource) show('align');
  }, [draft, resource, show]);
  const spoken = <LiveRegion>{said || spokenOf(notice)}</LiveRegion>;
  if (problem) {
    return (
      <div className="popup">
        <SurfaceBar address={address} />
        <main className="surface-body block">
          <ProblemNotice problem={problem} />
        </main>
      </div>
    );
  }
  if (!resource) {
    return (
      <div className="popup">
        <SurfaceBar address={address} />
        <main className="surface-body">
          <PageChanged />
          {reading?.problem ? (
            <UnreadablePage problem={reading.problem} resource={reading.resource} onName={name} />
          ) : (
            <p className="block muted reading">{t('resource.reading')}</p>
          )}
        </main>
      </div>
    );
  }
  const targets = (registries ?? []).filter((registry) => takesAlignments(registry));
  if (view === 'align' && draft) {
    return (
      <div className="popup">
        <AlignView draft={draft} resource={resource} targets={targets} />
        {spoken}
      </div>
    );
  }
  if (view === 'export') {
    return (
      <div className="popup">
        <PageChanged />
        <ExportView
          address={resource.address}
          title={titleOf(resource)}
          version={(alignments ?? []).map(({ id, revision }) => `${id}:${revision}`).join()}
          onBack={() => show('page')}
          onSay={say}
        />
        {spoken}
      </div>
    );
  }
  if (view === 'many') {
    return (
      <div className="popup">
        <PageChanged />
        <ManyPages address={resource.address} />
        {spoken}
      </div>
    );
  }
  const unpublished = unpublishedAmong(alignments ?? [], targets);
  if (view === 'sending' && unpublished.length > 0) {
    return (
      <div className="popup">
        <PageChanged />
        <SendingView
          title={titleOf(resource)}
          alignments={unpublished}
          targets={targets}
          onBack={() => show('page')}
          onSay={say}
        />
        {spoken}
      </div>
    );
  }
  return (
    <div className="popup">
      <SurfaceBar address={resource.address} />
      <PageView resource={resource} alignments={alignments} registries={registries ?? []} />
      {spoken}
    </div>
  );
}

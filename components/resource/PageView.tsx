import { useCallback, useContext, useMemo } from 'react';
import type { DeclaredAlignment } from '../../lib/domain/declared-alignment.ts';
import type { FoundAlignment } from '../../lib/domain/found-alignment.ts';
import {
  choosing,
  type FieldName,
  type LearningResourceDraft,
  type SaidBy,
} from '../../lib/domain/learning-resource.ts';
import { takesAlignments } from '../../lib/domain/registry.ts';
import type { FoundSkill } from '../../lib/domain/skill.ts';
import { skillIdentity } from '../../lib/domain/skill-identity.ts';
import { hostOf } from '../../lib/domain/web-address.ts';
import { t } from '../../lib/language/words.ts';
import { ask } from '../../lib/messaging/client.ts';
import type { KeptAlignment, KeptRegistry } from '../../lib/queries/kept.ts';
import { useDraft } from '../../lib/state/draft.ts';
import { usePage } from '../../lib/state/page.ts';
import { useSearch } from '../../lib/state/search.ts';
import { useView } from '../../lib/state/view.ts';
import { AlignmentList } from '../alignment/AlignmentList.tsx';
import { DeclaredList } from '../alignment/DeclaredList.tsx';
import { DraftLine } from '../alignment/DraftLine.tsx';
import { SaidElsewhere } from '../alignment/SaidElsewhere.tsx';
import { SameAsLastPage } from '../alignment/SameAsLastPage.tsx';
import { useBegin } from '../alignment/use-begin.ts';
import { relationWord } from '../alignment/words.ts';
import { BackupReminder } from '../backup/BackupReminder.tsx';
import { QuotedPassage } from '../draft/QuotedPassage.tsx';
import { RestoredLine } from '../draft/RestoredLine.tsx';
import { DeliveryTrouble } from '../outbox/DeliveryTrouble.tsx';
import { FirstRun } from '../skill/FirstRun.tsx';
import { MarkedSkills } from '../skill/MarkedSkills.tsx';
import { SkillSearch } from '../skill/SkillSearch.tsx';
import { useSkillSearch } from '../skill/use-skill-search.ts';
import { OnManyPages } from '../worklist/OnManyPages.tsx';
import { BrowseSkills } from './BrowseSkills.tsx';
import { FindSkill } from './FindSkill.tsx';
import { PageCard } from './PageCard.tsx';
import { PageChanged } from './PageChanged.tsx';
import { PageFooter } from './PageFooter.tsx';
import { PageNotice } from './PageNotice.tsx';
import { PlaceContext } from './place-context.ts';

type Props = {
  resource: LearningResourceDraft;
  /** Undefined until the database answered. */
  alignments: readonly KeptAlignment[] | undefined;
  registries: readonly KeptRegistry[];
};

/** The page at rest: what it is, the search, its alignments, what it declares itself. */
export function PageView({ resource, alignments, registries }: Props) {
  const { reading, name } = usePage();
  const { edit, choose: decide } = useDraft();
  const { begin, beginMarked } = useBegin();
  const { show, tell, say } = useView();
  const type = useSearch((state) => state.type);
  const restoredAt = useSearch((state) => state.restoredAt);
  const askAgain = useSkillSearch();
  const place = useContext(PlaceContext);
  const names = useMemo(() => new Map(registries.map(({ id, name }) => [id, name])), [registries]);
  const aligned = useMemo(
    () => new Map((alignments ?? []).map(({ skill, relation }) => [skillIdentity(skill.uri), relationWord(relation)])),
    [alignments],
  );
  const align = useCallback((skill: FoundSkill) => begin([{ skill }]), [begin]);
  const pin = useCallback(
    (skill: FoundSkill, pinned: boolean) => {
      void ask('pinSkill', { skill, pinned }).then((answer) =>
        answer.ok
          ? say(t(pinned ? 'resource.say.pinned' : 'resource.say.unpinned'))
          : tell({ kind: 'problem', problem: answer.problem }),
      );
    },
    [say, tell],
  );
  const choose = async (field: FieldName, by: SaidBy) => {
    const chosen = { ...resource, fields: choosing(resource.fields, field, by) };
    name(chosen);
    const answer = await ask('keepResource', { resource: chosen });
    if (!answer.ok) tell({ kind: 'problem', problem: answer.problem });
  };
  const remove = async ({ id, revision }: KeptAlignment) => {
    const answer = await ask('removeAlignment', { id, revision });
    tell(answer.ok ? { kind: 'removed', undo: answer.value.undo } : { kind: 'problem', problem: answer.problem });
  };
  const declared = (reading?.declared ?? []).filter(
    ({ skill }) => !skill.uri || !aligned.has(skillIdentity(skill.uri)),
  );
  return (
    <>
      <main className="surface-body">
        <PageChanged />
        <PageCard resource={resource} onChoose={(field, by) => void choose(field, by)} {...(reading && { reading })} />
        <QuotedPassage />
        <FindSkill tree={<BrowseSkills aligned={aligned} onChoose={beginMarked} />}>
          <SkillSearch
            address={resource.address}
            aligned={aligned}
            onChoose={beginMarked}
            onChooseMarked={beginMarked}
            onPin={pin}
            onAskAgain={askAgain}
            onSay={say}
          />
          <RestoredLine what="search" at={restoredAt} onDiscard={() => type('')} />
        </FindSkill>
        <MarkedSkills onAlign={beginMarked} />
        <DraftLine />
        {alignments?.length === 0 && <SameAsLastPage address={resource.address} onBegin={begin} />}
        <PageNotice alignments={alignments ?? []} />
        <DeliveryTrouble registries={registries} />
        <BackupReminder />
        {alignments && alignments.length > 0 && (
          <AlignmentList
            alignments={alignments}
            registryNames={names}
            onEdit={(alignment) => {
              edit(alignment);
              show('align');
            }}
            onRemove={(alignment) => void remove(alignment)}
            onReplace={align}
          />
        )}
        {place === 'panel' && <OnManyPages alignments={alignments ?? []} />}
        {declared.length > 0 && (
          <DeclaredList declared={declared} onAdopt={(one) => align(adopted(one, resource))} onFind={type} />
        )}
        {alignments && (
          <SaidElsewhere
            address={resource.address}
            registries={registries}
            alignments={alignments}
            onSay={say}
            onAdopt={(found, registry) => {
              align(foundSkill(found, registry));
              if (found.relation) decide({ relation: found.relation });
            }}
          />
        )}
        {alignments?.length === 0 && declared.length === 0 && <FirstRun />}
      </main>
      <PageFooter alignments={alignments ?? []} targets={registries.filter((registry) => takesAlignments(registry))} />
    </>
  );
}

/** A declared skill as one to align to: what the page says of it, with the page as its source. */
function adopted({ skill, relation }: DeclaredAlignment, resource: LearningResourceDraft): FoundSkill {
  const name = skill.name ?? skill.statement ?? skill.code ?? skill.uri ?? relation;
  return {
    uri: skill.uri ?? '',
    name,
    statement: skill.statement ?? name,
    ...(skill.code && { code: skill.code }),
    ...(skill.framework && { framework: skill.framework }),
    type: 'DefinedTerm',
    keywords: [],
    source: { registry: 'page', name: hostOf(resource.address) },
  };
}

/** The skill of an alignment that stands at a registry: what is said of it there, until its own source completes it. */
function foundSkill({ skill }: FoundAlignment, { id, name: registry }: KeptRegistry): FoundSkill {
  const name = skill.name ?? skill.statement ?? skill.uri;
  return {
    uri: skill.uri,
    name,
    statement: skill.statement ?? name,
    type: 'DefinedTerm',
    keywords: [],
    source: { registry: id, name: registry },
  };
}

import { pageGenre } from './achievement.ts';
import { type Entry, entriesIn, memberOf, typesOf, wordIn } from './json-reading.ts';
import { alignmentsIn, type SaidBadge } from './read-badges.ts';

/**
 * What a document of Open Badges 3.0 says of achievements: an Achievement of itself, a credential of the achievements of its
 * subjects, with the alignments of their results and rubrics; an endorsement of a skill, where its evidence is a page.
 */
export function saidAchievements(document: Entry): SaidBadge[] {
  if (typesOf(document).includes('Achievement')) return [achievement(document, [])];
  const subjects = entriesIn(memberOf(document, 'credentialSubject'));
  if (typesOf(document).includes('EndorsementCredential')) return subjects.flatMap((one) => endorsed(document, one));
  return subjects.flatMap((subject) => {
    const results = entriesIn(memberOf(subject, 'result')).flatMap(alignmentsIn);
    return entriesIn(memberOf(subject, 'achievement')).map((one) => achievement(one, results));
  });
}

function achievement(node: Entry, results: Entry[]): SaidBadge {
  const rubrics = entriesIn(memberOf(node, 'resultDescription')).flatMap((result) => [
    ...alignmentsIn(result),
    ...entriesIn(memberOf(result, 'rubricCriterionLevel')).flatMap(alignmentsIn),
  ]);
  const [criteria] = entriesIn(memberOf(node, 'criteria'));
  // An achievement that is a competency is called as the skill is, not as the page where its criteria stand.
  const isSkill = wordIn(memberOf(node, 'achievementType')) === 'Competency';
  const fields = {
    title: memberOf(node, 'name'),
    description: memberOf(node, 'description'),
    keyword: memberOf(node, 'tag'),
    language: memberOf(node, 'inLanguage'),
  };
  return {
    addresses: [memberOf(criteria, 'id'), memberOf(node, 'id')],
    fields: isSkill ? {} : fields,
    targets: [...alignmentsIn(node), ...rubrics, ...results],
  };
}

/** Whatever else is endorsed is no skill: only a page as evidence tells of an alignment. */
function endorsed(document: Entry, subject: Entry): SaidBadge[] {
  const pages = entriesIn(memberOf(document, 'evidence')).filter((one) => memberOf(one, 'genre') === pageGenre);
  const target = {
    targetUrl: memberOf(subject, 'id'),
    targetName: memberOf(document, 'name'),
    targetDescription: memberOf(document, 'description'),
  };
  return pages.map((page) => ({
    addresses: [memberOf(page, 'id')],
    fields: { title: memberOf(page, 'name'), description: memberOf(page, 'description') },
    targets: [target],
  }));
}

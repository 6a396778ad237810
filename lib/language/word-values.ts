// Written by "npm run words" from locales/en/. Do not edit it.

/** A message that has to be told nothing. */
export type Nothing = Record<string, never>;

/** Every message by its key, with the values that it has to be told. */
export type WordValues = {
  'library.title': Nothing;
  'manifest.action': Nothing;
  'manifest.description': Nothing;
  'manifest.name': Nothing;
  'options.title': Nothing;
  'popup.title': Nothing;
  'skill.aligned': { relation: string };
  'skill.askAgain': Nothing;
  'skill.askNameAgain': { name: string };
  'skill.asked': { places: string };
  'skill.atHand': Nothing;
  'skill.atHandOpen': Nothing;
  'skill.bestFirst': Nothing;
  'skill.change': Nothing;
  'skill.clearFilters': Nothing;
  'skill.count': { count: number };
  'skill.facet.framework': Nothing;
  'skill.facet.framework.all': Nothing;
  'skill.facet.level': Nothing;
  'skill.facet.level.all': Nothing;
  'skill.facet.type': Nothing;
  'skill.facet.type.all': Nothing;
  'skill.failed': { name: string };
  'skill.filters': Nothing;
  'skill.find': Nothing;
  'skill.found': Nothing;
  'skill.group.lastPage': Nothing;
  'skill.group.pinned': Nothing;
  'skill.group.recent': Nothing;
  'skill.key.align': Nothing;
  'skill.key.choose': Nothing;
  'skill.key.close': Nothing;
  'skill.key.pin': Nothing;
  'skill.justNow': Nothing;
  'skill.late': Nothing;
  'skill.lateSpoken': { count: number };
  'skill.library.add': Nothing;
  'skill.library.here': Nothing;
  'skill.library.own': Nothing;
  'skill.library.start': { skills: number };
  'skill.library.startUnpacking': Nothing;
  'skill.library.unpacking': Nothing;
  'skill.noneFiltered': Nothing;
  'skill.noneSays': { text: string };
  'skill.notBefore': { time: string };
  'skill.pin': Nothing;
  'skill.pinned': Nothing;
  'skill.place.asking': { place: string };
  'skill.place.failed': { place: string };
  'skill.places': Nothing;
  'skill.placeholder': Nothing;
  'skill.saidBefore': { ago: string };
  'skill.spoken.all': { count: number; places: number };
  'skill.spoken.filtered': { shown: number; count: number; places: number };
  'skill.thisDevice': Nothing;
  'skill.unpin': Nothing;
};

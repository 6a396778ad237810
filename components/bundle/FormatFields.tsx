import { FormatId } from '../../lib/domain/bundle.ts';
import type { ExportPart } from '../../lib/domain/bundle-export.ts';
import {
  type FormatChoices,
  type FormatDescription,
  type FormatGroup,
  formatDescriptions,
  type OfferedChoice,
} from '../../lib/domain/format-description.ts';
import { t } from '../../lib/language/words.ts';
import { choiceWords } from './choice-words.ts';

type Props = { part: ExportPart; onChange(part: ExportPart): void };

const groups: readonly FormatGroup[] = ['page', 'registry', 'credential', 'people'];

/** Formats under what they are for, in the order in which they are offered. */
export const formatsByGroup = groups.map((group) => ({
  group,
  formats: FormatId.options.filter((id) => formatDescriptions[id].group === group),
}));

/** Which format, and what there is to choose about it. */
export function FormatFields({ part, onChange }: Props) {
  const description: FormatDescription = formatDescriptions[part.format];
  const choose = (choices: FormatChoices) => onChange({ ...part, choices: { ...part.choices, ...choices } });
  return (
    <div className="block stack">
      <label className="field">
        <span className="label">{t('bundle.format')}</span>
        <span className="select">
          <select
            className="input"
            name="format"
            value={part.format}
            onChange={(event) => onChange({ format: FormatId.parse(event.target.value), choices: {} })}
          >
            {formatsByGroup.map(({ group, formats }) => (
              <optgroup key={group} label={t(`format.group.${group}`)}>
                {formats.map((id) => (
                  <option key={id} value={id}>
                    {t(`format.${id}.label`)}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
        </span>
        <span className="hint">{t(`format.${part.format}.purpose`)}</span>
      </label>
      {description.choices?.map((offered) => (
        <Choice key={offered.name} format={part.format} offered={offered} choices={part.choices} onChoose={choose} />
      ))}
      {description.twins && (
        <label className="check">
          <input
            type="checkbox"
            checked={part.choices.alignmentObjects ?? false}
            onChange={(event) => choose({ alignmentObjects: event.target.checked })}
          />
          <span>
            {t('bundle.twins')}
            <br />
            <span className="quiet">{t('bundle.twins.hint')}</span>
          </span>
        </label>
      )}
    </div>
  );
}

type ChoiceProps = {
  format: FormatId;
  offered: OfferedChoice;
  choices: FormatChoices;
  onChoose(choices: FormatChoices): void;
};

function Choice({ format, offered: { name, values }, choices, onChoose }: ChoiceProps) {
  return (
    <label className="field">
      <span className="label">{choiceWords(format, name)}</span>
      <span className="select">
        <select
          className="input"
          name={name}
          value={choices[name] ?? values[0]}
          onChange={(event) => onChoose({ [name]: event.target.value } as FormatChoices)}
        >
          {values.map((value) => (
            <option key={value} value={value}>
              {choiceWords(format, name, value)}
            </option>
          ))}
        </select>
      </span>
    </label>
  );
}

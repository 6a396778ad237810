import { FormatId } from '../../lib/domain/bundle.ts';
import type { ExportPart } from '../../lib/domain/bundle-export.ts';
import {
  type FormatChoices,
  type FormatDescription,
  type FormatGroup,
  formatDescriptions,
  type OfferedChoice,
} from '../../lib/domain/format-description.ts';

type Props = { part: ExportPart; onChange(part: ExportPart): void };

const groups: Readonly<Record<FormatGroup, string>> = {
  page: 'For the page itself',
  registry: 'For a registry',
  credential: 'For a credential',
  people: 'For people and spreadsheets',
};

/** Formats under the words for what they are for, in the order in which they are offered. */
export const formatsByGroup = (Object.keys(groups) as FormatGroup[]).map((group) => ({
  group,
  label: groups[group],
  formats: FormatId.options.filter((id) => formatDescriptions[id].group === group),
}));

/** Which format, and what there is to choose about it. */
export function FormatFields({ part, onChange }: Props) {
  const description: FormatDescription = formatDescriptions[part.format];
  const choose = (choices: FormatChoices) => onChange({ ...part, choices: { ...part.choices, ...choices } });
  return (
    <div className="block stack">
      <label className="field">
        <span className="label">Format</span>
        <span className="select">
          <select
            className="input"
            name="format"
            value={part.format}
            onChange={(event) => onChange({ format: FormatId.parse(event.target.value), choices: {} })}
          >
            {formatsByGroup.map(({ group, label, formats }) => (
              <optgroup key={group} label={label}>
                {formats.map((id) => (
                  <option key={id} value={id}>
                    {formatDescriptions[id].label}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
        </span>
        <span className="hint">{description.purpose}</span>
      </label>
      {description.choices?.map((offered) => (
        <Choice key={offered.name} offered={offered} choices={part.choices} onChoose={choose} />
      ))}
      {description.twins && (
        <label className="check">
          <input
            type="checkbox"
            checked={part.choices.alignmentObjects ?? false}
            onChange={(event) => choose({ alignmentObjects: event.target.checked })}
          />
          <span>
            Also as educationalAlignment
            <br />
            <span className="quiet">for harvesters that know only the older form</span>
          </span>
        </label>
      )}
    </div>
  );
}

type ChoiceProps = { offered: OfferedChoice; choices: FormatChoices; onChoose(choices: FormatChoices): void };

function Choice({ offered: { name, label, values }, choices, onChoose }: ChoiceProps) {
  return (
    <label className="field">
      <span className="label">{label}</span>
      <span className="select">
        <select
          className="input"
          name={name}
          value={choices[name] ?? values[0]?.value}
          onChange={(event) => onChoose({ [name]: event.target.value } as FormatChoices)}
        >
          {values.map((one) => (
            <option key={one.value} value={one.value}>
              {one.label}
            </option>
          ))}
        </select>
      </span>
    </label>
  );
}

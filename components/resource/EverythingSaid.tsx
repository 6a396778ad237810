import { FieldName, type Fields, type Said } from '../../lib/domain/learning-resource.ts';
import type { TabReading } from '../../lib/domain/tab-reading.ts';
import { isWebAddress } from '../../lib/domain/web-address.ts';
import { FramesRead } from './FramesRead.tsx';
import { fieldWords, saidByWords } from './field-words.ts';

type Props = {
  /** Id of the list, by which the button that opens it names it. */
  id: string;
  fields: Fields;
  /** Absent where the person named the page. */
  reading?: TabReading;
};

/** Every value of every field with who says it, the one that is used first, and what could not be read. */
export function EverythingSaid({ id, fields, reading }: Props) {
  const warnings = reading?.warnings ?? [];
  return (
    <div className="everything" id={id}>
      <dl className="pairs">
        {FieldName.options.map((name) => {
          const said = fields[name];
          if (!said?.length) return null;
          return (
            <div key={name}>
              <dt>{fieldWords[name]}</dt>
              {eachOnce(said).map(([key, one]) => (
                <dd key={key}>
                  <Value said={one} /> <span className="quiet">{sayerOf(one)}</span>
                </dd>
              ))}
            </div>
          );
        })}
      </dl>
      {reading && <FramesRead reading={reading} />}
      {warnings.length > 0 && (
        <ul className="warnings">
          {eachOnce(warnings).map(([key, warning]) => (
            <li key={key} className="muted">
              {warning.message} {warning.where && <span className="quiet">{warning.where}</span>}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function sayerOf({ by, frame }: Said): string {
  return frame ? `${saidByWords[by]} in the frame “${frame}”` : saidByWords[by];
}

/** What is said, each once and with a key of its own: pages repeat themselves. */
function eachOnce<One>(all: readonly One[]): [string, One][] {
  return [...new Map(all.map((one) => [JSON.stringify(one), one]))];
}

function Value({ said }: { said: Said }) {
  if (!said.uri || !isWebAddress(said.uri)) return said.value;
  return (
    <a href={said.uri} target="_blank" rel="noreferrer">
      {said.value}
    </a>
  );
}

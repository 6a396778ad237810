import { FieldName, type Fields, type Said } from '../../lib/domain/learning-resource.ts';
import type { Warning } from '../../lib/domain/page-reading.ts';
import { isWebAddress } from '../../lib/domain/web-address.ts';
import { fieldWords, saidByWords } from './field-words.ts';

type Props = { fields: Fields; warnings: readonly Warning[] };

/** Every value of every field with who says it, the one that is used first, and what could not be read. */
export function EverythingSaid({ fields, warnings }: Props) {
  return (
    <div className="everything">
      <dl className="pairs">
        {FieldName.options.map((name) => {
          const said = fields[name];
          if (!said?.length) return null;
          return (
            <div key={name}>
              <dt>{fieldWords[name]}</dt>
              {said.map((one) => (
                <dd key={`${one.by} ${one.value}`}>
                  <Value said={one} /> <span className="quiet">{saidByWords[one.by]}</span>
                </dd>
              ))}
            </div>
          );
        })}
      </dl>
      {warnings.length > 0 && (
        <ul className="warnings">
          {warnings.map((warning) => (
            <li key={`${warning.code} ${warning.where} ${warning.message}`} className="muted">
              {warning.message} {warning.where && <span className="quiet">{warning.where}</span>}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Value({ said }: { said: Said }) {
  if (!said.uri || !isWebAddress(said.uri)) return said.value;
  return (
    <a href={said.uri} target="_blank" rel="noreferrer">
      {said.value}
    </a>
  );
}

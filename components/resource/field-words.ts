import type { FieldName, SaidBy } from '../../lib/domain/learning-resource.ts';
import { t } from '../../lib/language/words.ts';

/** A field as the screens name it. */
export const fieldWord = (name: FieldName) => t(`resource.field.${name}`);

/** Who says a value, as the screens name it. */
export const saidByWord = (by: SaidBy) => t(`resource.by.${by}`);

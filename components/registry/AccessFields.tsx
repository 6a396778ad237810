import type { RegistryKind } from '../../lib/domain/registry.ts';
import { languageName } from '../../lib/language/format.ts';
import { t } from '../../lib/language/words.ts';
import type { AccessForm } from './access-form.ts';
import { kindWords } from './kind-words.ts';
import { TextField } from './TextField.tsx';

type Props = { kind: RegistryKind; form: AccessForm; onChange(form: AccessForm): void };

/** The token of a kind that knows one. */
export function TokenField({ kind, form, onChange }: Props) {
  const { token } = kindWords[kind];
  if (!token) return null;
  return (
    <TextField
      label={t(token.label)}
      {...(!token.needed && { aside: t('registry.optional') })}
      hint={t('registry.token.hint', { hint: t(token.hint) })}
      holds="secret"
      wide
      value={form.token}
      onChange={(value) => onChange({ ...form, token: value })}
    />
  );
}

/** The client of a kind that gives out access to one: id, secret, where to fetch, for what. */
export function ClientFields({ kind, form, onChange }: Props) {
  const { credentials } = kindWords[kind];
  if (!credentials) return null;
  return (
    <fieldset className="wide stack">
      <legend className="label">
        {t('registry.client')}{' '}
        <span className="quiet" data-own-words>
          OAuth 2.0
        </span>
      </legend>
      <p className="hint">{t(credentials.hint)}</p>
      <div className="form-grid">
        <TextField
          label={t('registry.client.id')}
          holds="code"
          maxLength={512}
          value={form.clientId}
          onChange={(clientId) => onChange({ ...form, clientId })}
        />
        <TextField
          label={t('registry.client.secret')}
          hint={t('registry.client.secretHint')}
          holds="secret"
          value={form.secret}
          onChange={(secret) => onChange({ ...form, secret })}
        />
        <TextField
          label={t('registry.client.tokenAddress')}
          holds="address"
          required={form.clientId.trim() !== ''}
          value={form.tokenAddress}
          onChange={(tokenAddress) => onChange({ ...form, tokenAddress })}
        />
        <TextField
          label={t('registry.client.scope')}
          aside={t('registry.optional')}
          holds="code"
          maxLength={1000}
          value={form.scope}
          onChange={(scope) => onChange({ ...form, scope })}
        />
      </div>
    </fieldset>
  );
}

/** The language and the release to ask for, of kinds that have several. */
export function ReleaseFields({ kind, form, onChange }: Props) {
  const { language, version } = kindWords[kind];
  return (
    <>
      {language && (
        <label className="field">
          <span className="label">{t(language.label)}</span>
          <span className="select">
            <select
              className="input"
              value={form.language || language.choices[0]}
              onChange={(event) => onChange({ ...form, language: event.target.value })}
            >
              {language.choices.map((tag) => (
                <option key={tag} value={tag} lang={tag}>
                  {languageName(tag)}
                </option>
              ))}
            </select>
          </span>
          <span className="hint">{t(language.hint)}</span>
        </label>
      )}
      {version && (
        <TextField
          label={t(version.label)}
          aside={t('registry.optional')}
          hint={t(version.hint)}
          holds="code"
          maxLength={64}
          value={form.version}
          onChange={(value) => onChange({ ...form, version: value })}
        />
      )}
    </>
  );
}

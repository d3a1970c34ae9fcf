import type { FC } from 'hono/jsx';
import type { Viewer } from './site';

/** The field for a search by JQL; it leads to `/issues`. */
export const JqlForm: FC<{ viewer: Viewer; jql: string; invalid?: boolean }> = ({ viewer: { t }, jql, invalid = false }) => (
  <form class="filter" method="get" action="/issues" role="search" aria-label={t('jqlSearch')}>
    <input
      type="search"
      name="jql"
      class="jql"
      value={jql}
      placeholder={t('jqlQuery')}
      aria-label={t('jqlQuery')}
      spellcheck={false}
      autocomplete="off"
      {...(invalid ? { 'aria-invalid': 'true', 'aria-describedby': 'jql-refused' } : {})}
    />
    <button class="button">{t('jqlFind')}</button>
  </form>
);

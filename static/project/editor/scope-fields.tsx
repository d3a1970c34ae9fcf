import { memo, type ReactNode } from 'react';
import type { Draft } from '../../../src/domain/draft';
import { limits } from '../../../src/domain/guidelines';
import { useProjectScreen } from '../project-screen';
import type { DraftProblem } from './draft-problem';
import { problemFor, useEditing } from './editing';
import { TextField } from './text-field';

interface ScopeFieldsProperties {
  readonly scope: Draft['scope'];
  readonly problems: readonly DraftProblem[];
}

export const ScopeFields = memo(function ScopeFields({ scope, problems }: ScopeFieldsProperties): ReactNode {
  const { t } = useProjectScreen();
  const { edit } = useEditing();
  const change = (part: Partial<Draft['scope']>): void => edit((draft) => ({ ...draft, scope: { ...draft.scope, ...part } }));
  return (
    <fieldset className="card">
      <legend>{t('content.scope')}</legend>
      <TextField field="scope.goal" kind="long" label={t('field.scope.goal')} help={t('scope.goalHelp')} longest={limits.goal} value={scope.goal} onChange={(goal) => change({ goal })} problem={problemFor(problems, 'scope.goal')} />
      <div className="pair">
        <TextField field="scope.inScope" kind="long" label={t('field.scope.inScope')} longest={limits.longText} value={scope.inScope} onChange={(inScope) => change({ inScope })} problem={problemFor(problems, 'scope.inScope')} />
        <TextField field="scope.outOfScope" kind="long" label={t('field.scope.outOfScope')} longest={limits.longText} value={scope.outOfScope} onChange={(outOfScope) => change({ outOfScope })} problem={problemFor(problems, 'scope.outOfScope')} />
      </div>
    </fieldset>
  );
});

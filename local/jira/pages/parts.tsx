import type { Child, FC } from 'hono/jsx';
import { FRAME_SANDBOX, type FrameDescription } from '../../forge/frame-description';
import type { IssueType, LocalisedText, PriorityId, Status, User } from '../model';
import type { AppScreen } from './app-modules';
import type { Site, Viewer } from './site';
import type { Language } from './texts';

export function localised(text: LocalisedText, language: Language): string {
  return text[language];
}

export const StatusLozenge: FC<{ status: Status; language: Language }> = ({ status, language }) => (
  <span class={`lozenge lozenge-${status.category}`}>{localised(status.name, language)}</span>
);

export const Avatar: FC<{ user: User; size?: 'small' | 'medium' }> = ({ user, size = 'small' }) => (
  <span class={`avatar avatar-${size}`} style={`background-color:${user.avatarColour}`} aria-hidden="true">
    {initials(user.displayName)}
  </span>
);

export const Person: FC<{ user: User | undefined; fallback: string }> = ({ user, fallback }) =>
  user === undefined ? (
    <span class="person subtle">
      <span class="avatar avatar-small avatar-empty" aria-hidden="true" />
      {fallback}
    </span>
  ) : (
    <span class="person">
      <Avatar user={user} />
      {user.displayName}
    </span>
  );

function initials(name: string): string {
  const words = name.split(/\s+/u).filter((word) => word !== '');
  return `${words[0]?.[0] ?? ''}${words.length > 1 ? (words.at(-1)?.[0] ?? '') : ''}`.toUpperCase();
}

const TYPE_DRAWINGS: Readonly<Record<string, { kind: string; path: string }>> = {
  Epic: { kind: 'epic', path: 'M9 3 4.5 9h3L7 13l4.5-6h-3z' },
  Story: { kind: 'story', path: 'M5.5 4h5v8L8 9.8 5.5 12z' },
  Task: { kind: 'task', path: 'M4.5 8.2 7 10.7 11.7 5.6l-1-1L7 8.6 5.5 7.1z' },
  Bug: { kind: 'bug', path: 'M8 4.6a3.4 3.4 0 1 0 0 6.8 3.4 3.4 0 0 0 0-6.8z' },
  'Sub-task': { kind: 'subtask', path: 'M4.5 4.5h4v4h-4zM7.5 9.5h4v2h-4zM9.5 7.5h2v3h-2z' },
};

export const TypeIcon: FC<{ type: IssueType; language: Language }> = ({ type, language }) => {
  const drawing = TYPE_DRAWINGS[type.name.en] ?? { kind: 'task', path: 'M5 7h6v2H5z' };
  return (
    <svg class={`type-icon type-${drawing.kind}`} viewBox="0 0 16 16" role="img" aria-label={localised(type.name, language)}>
      <rect x="0.5" y="0.5" width="15" height="15" rx="3" />
      <path d={drawing.path} />
    </svg>
  );
};

const PRIORITIES: Readonly<Record<PriorityId, { pl: string; en: string; path: string }>> = {
  '1': { pl: 'Najwyższy', en: 'Highest', path: 'M3 8l5-4 5 4M3 12l5-4 5 4' },
  '2': { pl: 'Wysoki', en: 'High', path: 'M3 10l5-4 5 4' },
  '3': { pl: 'Średni', en: 'Medium', path: 'M3 6h10M3 10h10' },
  '4': { pl: 'Niski', en: 'Low', path: 'M3 6l5 4 5-4' },
  '5': { pl: 'Najniższy', en: 'Lowest', path: 'M3 4l5 4 5-4M3 8l5 4 5-4' },
};

export const Priority: FC<{ priority: PriorityId; language: Language; bare?: boolean }> = ({ priority, language, bare = false }) => {
  const { path, [language]: name } = PRIORITIES[priority];
  return (
    <span class={`priority priority-${priority}`}>
      <svg viewBox="0 0 16 16" {...(bare ? { role: 'img', 'aria-label': name } : { 'aria-hidden': 'true' })}>
        <path d={path} />
      </svg>
      {bare ? null : name}
    </span>
  );
};

export const SectionMessage: FC<{ kind: 'error' | 'success' | 'information' | 'warning'; title: string; children?: Child }> = ({ kind, title, children }) => (
  <div class={`section-message section-message-${kind}`} role={kind === 'error' ? 'alert' : 'status'}>
    <span class="section-message-sign" aria-hidden="true">
      {kind === 'success' ? '✓' : kind === 'information' ? 'i' : '!'}
    </span>
    <div>
      <strong>{title}</strong>
      {children}
    </div>
  </div>
);

/** An app's screen in its sandbox; the shell's script finds it by its data and lets it grow. */
export const AppFrame: FC<{ description: FrameDescription; title: string; height: number | undefined; site: Site; viewer: Viewer }> = ({ description, title, height, site, viewer }) =>
  site.screensBuilt() ? (
    <iframe
      class="app-frame"
      title={title}
      sandbox={FRAME_SANDBOX}
      src={viewer.frameOrigin + description.src}
      data-frame={JSON.stringify(description)}
      style={height === undefined ? '' : `height:${height}px`}
    />
  ) : (
    <SectionMessage kind="warning" title={viewer.t('notBuilt')}>
      <p>{viewer.t('notBuiltHint')}</p>
    </SectionMessage>
  );

export const AppIcon: FC<{ screen: AppScreen; viewer: Viewer }> = ({ screen, viewer }) =>
  screen.icon === undefined ? <span class="app-icon" aria-hidden="true" /> : <img class="app-icon" src={viewer.frameOrigin + screen.icon} alt="" width="20" height="20" />;

export const Breadcrumbs: FC<{ steps: readonly { href: string; text: string }[]; label: string }> = ({ steps, label }) => (
  <nav class="breadcrumbs" aria-label={label}>
    <ol>
      {steps.map(({ href, text }) => (
        <li>
          <a href={href}>{text}</a>
        </li>
      ))}
    </ol>
  </nav>
);

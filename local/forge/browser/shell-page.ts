import type { ShellTheme } from './shell-theme';

/** The page's own small comforts; every one of them also works as a plain form or link without this script. */
export function enlivenPage(theme: ShellTheme): void {
  document.documentElement.classList.add('has-script');
  closeMenusOutside();
  toggleSidebar();
  switchThemeInPlace(theme);
  document.addEventListener('change', (event) => {
    if (event.target instanceof HTMLSelectElement && event.target.dataset['submit'] !== undefined) event.target.form?.requestSubmit();
  });
}

/** On a narrow screen the sidebar stays folded until it is asked for. */
function toggleSidebar(): void {
  document.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest('[data-toggle-sidebar]') : null;
    if (button === null) return;
    const open = document.querySelector('.sidebar')?.classList.toggle('sidebar-open') ?? false;
    button.setAttribute('aria-expanded', String(open));
  });
}

function closeMenusOutside(): void {
  document.addEventListener('click', (event) => {
    for (const menu of document.querySelectorAll<HTMLDetailsElement>('details.menu[open]')) {
      if (event.target instanceof Node && !menu.contains(event.target)) menu.open = false;
    }
  });
  // A press inside an app screen never reaches this document; the loss of focus does.
  window.addEventListener('blur', () => closeMenus());
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') closeMenus(true);
  });
}

function closeMenus(refocus = false): void {
  for (const menu of document.querySelectorAll<HTMLDetailsElement>('details.menu[open]')) {
    menu.open = false;
    if (refocus) menu.querySelector('summary')?.focus();
  }
}

function switchThemeInPlace(theme: ShellTheme): void {
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || form.dataset['theme'] === undefined) return;
    const button = event.submitter;
    if (!(button instanceof HTMLButtonElement)) return;
    event.preventDefault();
    theme.choose(button.value);
    for (const other of form.querySelectorAll('button')) other.setAttribute('aria-pressed', String(other === button));
    void fetch(form.action, { method: 'POST', body: new URLSearchParams({ [button.name]: button.value }), redirect: 'manual' });
  });
}

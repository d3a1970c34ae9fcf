import { story, task, type DemoProject } from '../project';

export const files: DemoProject = {
  id: '10106',
  key: 'AKTA',
  name: 'Kwiatkowscy: obieg akt',
  description: 'Analiza elektronicznego obiegu akt w kancelarii.',
  style: 'next-gen',
  gate: false,
  accountManager: 'malgorzata',
  productOwner: 'agnieszka',
  projectManager: 'marcin',
  team: ['natalia', 'beata', 'dominika', 'krzysztof'],
  deals: [],
  versions: [],
  epics: [
    {
      name: 'Analiza',
      issues: [
        task('Warsztat z kancelarią', 'done', 'agnieszka', -9),
        task('Mapa procesu obiegu akt', 'inReview', 'agnieszka', 1),
        task('Badania z aplikantami', 'inProgress', 'dominika', 7),
        task('Analiza wymagań RODO', 'inProgress', 'beata', 11),
        task('Ocena architektury i kosztu przechowywania', 'toDo', 'krzysztof', 18),
        task('Szacowanie etapu pierwszego', 'toDo', 'marcin', 24),
      ],
    },
    {
      name: 'Prototyp',
      issues: [
        story('Skrzynka akt prawnika', 'inProgress', 'natalia', 9),
        story('Oznaczanie terminów procesowych', 'toDo', 'natalia', 14),
        story('Podgląd skanu z rozpoznanym tekstem', 'toDo', 'natalia', 18),
        story('Przekazanie akt do innego zespołu', 'toDo'),
        story('Dziennik dostępu do akt', 'toDo'),
        story('Wyszukiwanie po stronach postępowania', 'toDo'),
      ],
    },
  ],
  descriptions: { 2: 'Droga akt od wpłynięcia pisma do archiwum: kto, kiedy i na jakiej podstawie.' },
  blockers: [[4, 11]],
  comments: [
    { issue: 2, by: 'malgorzata', day: -1, text: 'Pani mecenas prosi, żeby na mapie było widać, kto odpowiada za termin.' },
    { issue: 1, by: 'agnieszka', day: -8, text: 'Akta krążą dziś w teczkach między trzema piętrami. Średnio dwa dni na jedno przekazanie.' },
  ],
};

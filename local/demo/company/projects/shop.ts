import { story, task, type DemoProject } from '../project';

export const shop: DemoProject = {
  id: '10104',
  key: 'STAL',
  name: 'Stalmet: sklep B2B',
  description: 'Sklep dla kontrahentów hurtowni stali, z cenami i stanami z ERP.',
  style: 'next-gen',
  gate: false,
  accountManager: 'tomasz',
  productOwner: 'kinga',
  projectManager: 'joanna',
  team: ['natalia', 'oliwia', 'dominika'],
  deals: ['shop'],
  versions: [['Start sprzedaży', 95]],
  epics: [
    {
      name: 'Rozpoznanie',
      issues: [
        task('Wizyta w hurtowni w Sosnowcu', 'done', 'kinga', -18),
        task('Opis interfejsów ERP', 'inProgress', 'natalia', 6),
        task('Makieta katalogu', 'inReview', 'dominika', 1),
        task('Szacowanie zakresu do umowy', 'inProgress', 'joanna', 8),
      ],
    },
    {
      name: 'Katalog i ceny',
      version: 0,
      issues: [
        story('Katalog z cenami kontrahenta', 'toDo'),
        story('Stany magazynowe z ERP', 'toDo'),
        story('Certyfikaty materiałowe do pobrania', 'toDo'),
        story('Wyszukiwanie po normie i gatunku stali', 'toDo'),
      ],
    },
    {
      name: 'Zamówienia',
      version: 0,
      issues: [
        story('Koszyk i szablony zamówień', 'toDo'),
        story('Zamówienie cięcia na wymiar', 'toDo'),
        story('Limit kupiecki', 'toDo'),
        story('Śledzenie dostawy', 'toDo'),
        story('Panel handlowca', 'toDo'),
        story('Zamówienie zatwierdzane przez przełożonego', 'toDo'),
      ],
    },
  ],
  descriptions: { 2: 'Które dane i jak często możemy czytać z ERP: ceny, stany, limity kupieckie, dokumenty.' },
  blockers: [[2, 6]],
  comments: [
    { issue: 1, by: 'kinga', day: -17, text: 'Handlowcy przepisują zamówienia z telefonu do ERP. Najwięcej pomyłek jest w wymiarach cięcia.' },
    { issue: 3, by: 'dominika', day: -1, text: 'Dodałam widok tabeli, bo kontrahenci zamawiają po kilkadziesiąt pozycji naraz.' },
  ],
};

import { story, task, type DemoProject } from '../project';

export const lending: DemoProject = {
  id: '10107',
  key: 'PBS',
  name: 'Piast: wnioski kredytowe',
  description: 'Wniosek o kredyt gotówkowy przez internet dla Piast Banku Spółdzielczego.',
  gate: true,
  accountManager: 'tomasz',
  productOwner: 'pawel',
  projectManager: 'marcin',
  team: ['krzysztof', 'piotr', 'dominika', 'beata'],
  deals: ['lending'],
  versions: [['Pilotaż', 85], ['Wdrożenie', 160]],
  epics: [
    {
      name: 'Przed umową',
      issues: [
        task('Warsztat z działem ryzyka', 'done', 'pawel', -21),
        task('Wymagania KNF i wytyczne EBA', 'inReview', 'pawel', 2),
        task('Prototyp wniosku', 'inProgress', 'dominika', 9),
        task('Szacowanie i plan pilotażu', 'inProgress', 'marcin', 12),
      ],
    },
    {
      name: 'Wniosek',
      version: 0,
      issues: [
        story('Wniosek krok po kroku', 'toDo'),
        story('Weryfikacja tożsamości', 'toDo'),
        story('Załączniki do wniosku', 'toDo'),
        story('Zapis i dokończenie wniosku później', 'toDo'),
        story('Podpis elektroniczny umowy', 'toDo'),
      ],
    },
    {
      name: 'Decyzja kredytowa',
      version: 1,
      issues: [
        story('Zapytanie do BIK', 'toDo'),
        story('Zdolność kredytowa', 'toDo'),
        story('Panel analityka', 'toDo'),
        story('Powiadomienia o decyzji', 'toDo'),
        story('Dziennik zmian we wniosku', 'toDo'),
        task('Testy bezpieczeństwa z firmą zewnętrzną', 'toDo', 'beata', 150),
      ],
    },
  ],
  descriptions: { 4: 'Godziny i etapy potrzebne zarządowi banku do decyzji. Pilotaż obejmuje trzy oddziały.' },
  blockers: [[2, 6]],
  comments: [
    { issue: 2, by: 'pawel', day: -2, text: 'Bank potwierdził, że wystarczy weryfikacja przelewem i dowodem. Wideo odpada.' },
    { issue: 4, by: 'tomasz', day: -1, text: 'Zarząd banku decyduje po dziesiątym. Do tego czasu potrzebuję planu pilotażu na jednej stronie.' },
  ],
};

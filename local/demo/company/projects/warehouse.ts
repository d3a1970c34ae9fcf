import { bug, story, task, type DemoProject } from '../project';

export const warehouse: DemoProject = {
  id: '10103',
  key: 'MAZ',
  name: 'Mazur: hurtownia danych',
  description: 'Hurtownia danych o zużyciu energii i prognozy dla działu zakupów Mazur Energia.',
  gate: true,
  accountManager: 'tomasz',
  productOwner: 'agnieszka',
  projectManager: 'rafal',
  team: ['krzysztof', 'michal', 'lukasz'],
  deals: ['warehouse'],
  versions: [['Zasilanie', -40], ['Prognozy', 12], ['Raporty', 75]],
  epics: [
    {
      name: 'Zasilanie danych',
      version: 0,
      issues: [
        story('Zasilanie z systemu bilingowego', 'done', 'michal', -58),
        story('Zasilanie z liczników zdalnych', 'done', 'michal', -49),
        story('Model danych odbiorcy', 'done', 'krzysztof', -52),
        story('Reguły kontroli jakości danych', 'inReview', 'krzysztof', 5),
      ],
    },
    {
      name: 'Prognozy zużycia',
      version: 1,
      issues: [
        story('Prognoza zużycia na dobę', 'handedToClient', 'michal', -8),
        story('Prognoza zużycia na miesiąc', 'inReview', 'michal', 4),
        story('Raport odchyleń od prognozy', 'inProgress', 'krzysztof', 10),
        task('Porównanie z prognozą z ubiegłego roku', 'inProgress', 'michal', 8),
        bug('Zdublowane odczyty po zmianie czasu', 'inProgress', 'krzysztof', 2),
        bug('Prognoza pomija święta ruchome', 'toDo', 'michal', 9),
      ],
    },
    {
      name: 'Raporty i pulpit',
      version: 2,
      issues: [
        story('Pulpit zarządu', 'toDo', 'krzysztof', 40),
        story('Udostępnianie danych regulatorowi', 'toDo', undefined, 66),
        story('Uprawnienia do danych osobowych', 'toDo', 'krzysztof', 32),
        story('Archiwizacja po pięciu latach', 'toDo', undefined, 70),
        task('Testy obciążenia', 'toDo', 'lukasz', 58),
      ],
    },
    {
      name: 'Przekazanie',
      version: 2,
      issues: [
        task('Dokumentacja modelu danych', 'inProgress', 'agnieszka', 50),
        task('Opis metody prognozowania', 'toDo', 'michal', 14),
        task('Szkolenie analityków', 'toDo', 'agnieszka', 84),
        task('Procedura odtwarzania po awarii', 'toDo', 'rafal', 90),
      ],
    },
  ],
  descriptions: {
    4: 'Każdy odczyt przechodzi przez reguły uzgodnione z analitykami klienta. Odrzucony trafia do wyjaśnienia z podaną przyczyną.',
    6: 'Prognoza zużycia na miesiąc w podziale na grupy taryfowe, ze średnim błędem poniżej 4 %.',
    9: 'Przy przejściu na czas zimowy godzina między drugą a trzecią liczy się dwa razy.',
  },
  blockers: [[9, 7], [17, 12]],
  comments: [
    { issue: 4, by: 'agnieszka', day: -2, text: 'Uzgodniłyśmy progi z panią Iwoną: odczyt spoza trzech odchyleń idzie do wyjaśnienia, nie do kosza.' },
    { issue: 6, by: 'michal', day: -3, text: 'Średni błąd 3,1 % na danych z dwóch lat. W umowie mamy 4 %.' },
    { issue: 9, by: 'lukasz', day: -5, text: 'Powtarza się 25 października między drugą a trzecią. Dołączyłem plik z odczytami.' },
  ],
};

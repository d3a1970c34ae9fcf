import { useCallback, useEffect, useRef, useState } from 'react';
import { readProjects } from '../../../src/contract/today';
import type { Answer, AnswerError } from '../../../src/contract/answer';
import { call } from '../../shared/client';
import type { ProjectLine, ProjectsPage } from '../today/today-screen';

interface Projects {
  /** The company's day; undefined until the first page is there. */
  readonly today: ProjectsPage['today'] | undefined;
  readonly projects: readonly ProjectLine[];
  readonly isReading: boolean;
  readonly error: AnswerError | null;
  readonly readAgain: () => void;
}

/** All projects, page after page: the first is shown at once, and the rest joins it as it comes. */
export function useProjects(): Projects {
  const [read, setRead] = useState<Omit<Projects, 'readAgain'>>({ today: undefined, projects: [], isReading: true, error: null });
  const latest = useRef(0);
  const readAgain = useCallback((): void => {
    const turn = (latest.current += 1);
    const readFrom = async (): Promise<void> => {
      let after: string | null = null;
      let found: readonly ProjectLine[] = [];
      do {
        const answer: Answer<ProjectsPage> = await call(readProjects, { after });
        if (turn !== latest.current) return;
        if (!answer.ok) return setRead((before) => ({ ...before, isReading: false, error: answer.error }));
        found = [...found, ...answer.data.projects];
        after = answer.data.next;
        setRead({ today: answer.data.today, projects: withoutTwins(found), isReading: after !== null, error: null });
      } while (after !== null);
    };
    void readFrom();
  }, []);
  useEffect(() => {
    readAgain();
    return () => {
      latest.current += 1;
    };
  }, [readAgain]);
  return { ...read, readAgain };
}

/** A project that became less urgent between two pages comes again, as it is by then. */
const withoutTwins = (projects: readonly ProjectLine[]): readonly ProjectLine[] => [...new Map(projects.map((line) => [line.projectId, line])).values()];

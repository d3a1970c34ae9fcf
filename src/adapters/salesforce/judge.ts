import { judgeByStatus, type Judge } from '../http/meter';
import { dataErrorOf, isSessionOver } from './data-error';

/** A session that is over is renewed at once and says nothing of the connection; a login that is refused does. */
export const judgeSalesforce: Judge = (answer, request) => {
  if (new URL(request.url).pathname.startsWith('/services/oauth2/')) {
    return answer.status === 200 || answer.status >= 500 ? judgeByStatus(answer, request) : { code: 'unauthorised', detail: `status ${answer.status}` };
  }
  if (isSessionOver(answer)) return undefined;
  const judged = judgeByStatus(answer, request);
  if (judged === undefined) return undefined;
  const { failure, detail } = dataErrorOf(answer);
  return { code: failure, detail };
};

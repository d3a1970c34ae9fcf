const isThorough = process.env['THOROUGH'] === '1';
const stride = isThorough ? 1 : 4;
const given = process.env['FIRST_POINT'];

/** Where a trial of every call begins: with the first call when it is thorough, else by chance, so that many runs together try all of them. */
const first = given === undefined ? 1 + Math.floor(Math.random() * stride) : Number(given);

/** Stands in the names of the tests, so that a failure says how to repeat it. */
export const tried = isThorough ? 'every call' : `every ${stride}th call, FIRST_POINT=${first}`;

/** The calls at which something is made to go wrong, from the first on, without end. */
export function* points(): Generator<number, never> {
  for (let at = first; ; at += stride) yield at;
}

/** How many random histories are lived. `HISTORIES` sets another number. */
export const histories = Number(process.env['HISTORIES'] ?? (isThorough ? 1_000 : 250));

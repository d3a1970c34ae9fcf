import { hundredthsOf, type Total } from '../../src/domain/total';

/** An amount for a picture alone, where a float is good enough. */
export const pictureSize = (amount: Total): number => Number(hundredthsOf(amount));

/** The text is no expression of the language. */
export class ExpressionSyntaxError extends Error {
  constructor(reason: string) {
    super(`The expression is malformed: ${reason}.`);
    this.name = 'ExpressionSyntaxError';
  }
}

/** The language has this, the local site has not. */
export class ExpressionNotModelled extends Error {
  constructor(readonly what: string) {
    super(`The local site does not model ${what} in a Jira expression.`);
    this.name = 'ExpressionNotModelled';
  }
}

/** Evaluating failed, as it would in Jira. */
export class ExpressionFailure extends Error {
  constructor(reason: string) {
    super(`Evaluation failed: ${reason}.`);
    this.name = 'ExpressionFailure';
  }
}

import { ExpressionFailure, ExpressionNotModelled } from './errors';
import type { BinaryOperator, Expression } from './parse';

/** What stands in for one of Jira's own types: a member that the local site has not is said to be so, never null. */
export class JiraEntity {
  /**
   * @param type the name in "Jira expressions types".
   * @param members what each member is, asked for only when the expression reads it.
   */
  constructor(
    readonly type: string,
    private readonly members: Readonly<Record<string, () => unknown>>,
  ) {}

  member(name: string): unknown {
    const read = Object.hasOwn(this.members, name) ? this.members[name] : undefined;
    if (read === undefined) throw new ExpressionNotModelled(`"${name}" of ${this.type}`);
    return read();
  }
}

/** The properties of an issue, by key; one that is not there is null. */
export class EntityProperties {
  constructor(readonly read: (key: string) => unknown) {}
}

export type ExpressionVariables = Readonly<Record<string, unknown>>;

/**
 * Evaluates an expression.
 * @returns a string, number, boolean, null, or a part of what the variables hold.
 * @throws ExpressionFailure where Jira fails, ExpressionNotModelled for a variable or member that the local site has not.
 */
export function evaluate(expression: Expression, variables: ExpressionVariables): unknown {
  switch (expression.kind) {
    case 'literal':
      return expression.value;
    case 'variable':
      if (!Object.hasOwn(variables, expression.name)) throw new ExpressionNotModelled(`the variable "${expression.name}"`);
      return variables[expression.name] ?? null;
    case 'member':
      return readMember(evaluate(expression.of, variables), evaluate(expression.name, variables), expression.optional);
    case 'not':
      return !isTrue(evaluate(expression.of, variables));
    case 'and': {
      const left = evaluate(expression.left, variables);
      return isTrue(left) ? evaluate(expression.right, variables) : left;
    }
    case 'or': {
      const left = evaluate(expression.left, variables);
      return isTrue(left) ? left : evaluate(expression.right, variables);
    }
    case 'binary':
      return compute(expression.operator, evaluate(expression.left, variables), evaluate(expression.right, variables));
  }
}

function readMember(of: unknown, name: unknown, optional: boolean): unknown {
  if (of === null) {
    if (optional) return null;
    throw new ExpressionFailure(`null has no member "${String(name)}"`);
  }
  if (typeof name !== 'string') throw new ExpressionNotModelled('a member whose name is no text');
  if (of instanceof JiraEntity) return of.member(name) ?? null;
  if (of instanceof EntityProperties) return of.read(name) ?? null;
  if (typeof of !== 'object' || Array.isArray(of)) throw new ExpressionNotModelled(`"${name}" of a ${Array.isArray(of) ? 'list' : typeof of}`);
  const value: unknown = Object.hasOwn(of, name) ? Reflect.get(of, name) : undefined;
  if (value !== undefined) return value;
  if (optional) return null;
  throw new ExpressionFailure(`there is no "${name}"`);
}

/** Null is false; what an empty text or a zero is, no public page says. */
function isTrue(value: unknown): boolean {
  if (typeof value === 'boolean') return value;
  if (value === null) return false;
  if (typeof value === 'object') return true;
  throw new ExpressionNotModelled(`a ${typeof value} as a condition`);
}

function compute(operator: BinaryOperator, left: unknown, right: unknown): unknown {
  if (operator === '+') {
    if (typeof left === 'string' && typeof right === 'string') return left + right;
    throw new ExpressionNotModelled('"+" of anything but texts');
  }
  if (left !== null && right !== null && (typeof left === 'object' || typeof right === 'object')) throw new ExpressionNotModelled('comparing what is no text, number, boolean or null');
  return (left === right) === (operator === '==');
}

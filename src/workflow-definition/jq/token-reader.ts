import { END, Token } from './lexer';
import { JqProblem } from './syntax';

/** Ends the reading of an expression. */
export class SyntaxProblem extends Error {
  constructor(readonly problem: JqProblem) {
    super(problem.reason);
  }
}

/** Goes through the tokens of an expression, the last of which is its end. */
export class TokenReader {
  private at = 0;

  constructor(private readonly all: readonly Token[]) {}

  protected get position(): number {
    return this.at;
  }

  /** The tokens read since then. */
  protected since(position: number): readonly Token[] {
    return this.all.slice(position, this.at);
  }

  protected peek(): Token {
    // The last token is the end of the text, and nobody goes beyond it.
    return this.all[this.at] as Token;
  }

  protected is(...types: string[]): boolean {
    return types.includes(this.peek().type);
  }

  protected next(): Token {
    const token = this.peek();
    if (token.type === END || token.type === 'error') throw this.unexpected('something else');
    this.at += 1;
    return token;
  }

  protected accept(type: string): boolean {
    if (!this.is(type)) return false;
    this.next();
    return true;
  }

  protected expect(type: string, instead = type === 'name' ? 'a name' : `"${type}"`): Token {
    const token = this.peek();
    if (token.type !== type) throw this.unexpected(type === END ? 'the end or an operator' : instead);
    if (type !== END) this.at += 1;
    return token;
  }

  protected unexpected(instead: string, { type, text, offset }: Token = this.peek()): SyntaxProblem {
    const given = type === END ? 'it ends' : `there is ${JSON.stringify(text)}`;
    return new SyntaxProblem({ offset, reason: `${given} where ${instead} should be` });
  }
}

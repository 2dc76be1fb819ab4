import { IResolver, ResolutionContext } from 'cdk8s';

/** Puts a text in the place of tokens, as the libraries for clouds do. */
export class Cloud implements IResolver {
  public constructor(private readonly to: string) {}

  public resolve(context: ResolutionContext): void {
    const text = typeof context.value === 'string' ? context.value.replace(/\$\{Token\[[^\]]*\]\}/g, this.to) : context.value as unknown;
    if (text !== context.value) context.replaceValue(text);
  }
}

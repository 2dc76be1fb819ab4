/** Files of the program that is written, by their paths with slashes. */
export class ProjectFiles {
  /** Places that were wished for by files of different contents. */
  readonly conflicts = new Set<string>();
  private readonly contents = new Map<string, string | Buffer>();

  /** @param contested places of which is known that there are different files for them: each gets the folder of its own */
  constructor(private readonly contested: ReadonlySet<string> = new Set()) { }

  get paths(): string[] {
    return [...this.contents.keys()].sort();
  }

  /**
   * Puts a file where it is wished for, or into a folder below if another one is there. The same content is there once.
   *
   * @param folder such as the name of a namespace
   * @returns its path
   */
  add(path: string, content: string | Buffer, folder: string): string {
    const isFree = (place: string) => {
      const there = this.contents.get(place);
      return there === undefined || isSame(there, content);
    };
    const place = this.placeFor(path, folder, isFree);
    this.contents.set(place, content);
    return place;
  }

  /**
   * Puts files into a folder that has these files and no others, the one that is wished for if it is free.
   *
   * @returns the folder
   */
  addFolder(wish: string, files: ReadonlyArray<readonly [name: string, content: string]>, folder: string): string {
    const isFree = (place: string) => {
      const there = this.paths.filter((path) => path.startsWith(`${place}/`) && !path.slice(place.length + 1).includes('/'));
      return there.length === 0 || (there.length === files.length && files.every(([name, content]) => {
        const known = this.contents.get(`${place}/${name}`);
        return known !== undefined && isSame(known, content);
      }));
    };
    const place = this.placeFor(wish, folder, isFree);
    for (const [name, content] of files) this.contents.set(`${place}/${name}`, content);
    return place;
  }

  private placeFor(wish: string, folder: string, isFree: (place: string) => boolean): string {
    if (!this.contested.has(wish) && isFree(wish)) return wish;
    this.conflicts.add(wish);
    for (let i = 1; ; i++) {
      const place = wish.replace(/^[^/]*\//, (first) => `${first}${folder}${i === 1 ? '' : `-${i}`}/`);
      if (isFree(place)) return place;
    }
  }

  get entries(): Array<readonly [path: string, content: string | Buffer]> {
    return this.paths.map((path) => [path, this.contents.get(path) ?? '']);
  }
}

function isSame(a: string | Buffer, b: string | Buffer): boolean {
  return Buffer.from(a).equals(Buffer.from(b));
}

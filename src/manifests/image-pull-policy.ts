/** The pull policy that the operator derives of an image: always, if the tag is `latest` or there is none; a port counts as a tag. */
export function imagePullPolicy(image: string): 'Always' | undefined {
  if (image === '') return undefined;
  const colon = image.lastIndexOf(':');
  return colon < 0 || image.slice(colon + 1) === 'latest' ? 'Always' : undefined;
}

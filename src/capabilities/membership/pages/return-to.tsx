/** Carries on where somebody goes back to; nothing for the front page. */
export function ReturnTo({ path }: { path: string }) {
  return path === '/' ? null : <input type="hidden" name="returnTo" value={path} />
}

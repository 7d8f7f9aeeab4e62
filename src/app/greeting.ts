import type { Config } from '#platform/config/config.ts'

/** What whoever starts Onderling reads on the console: where it is, and how to get in. */
export function greeting(config: Config, invitation: { url: string; code: string } | null): string {
  const lines = ['', `  Onderling is open at ${config.publicUrl}`]
  if (config.demo) {
    lines.push(
      '',
      '  Sign in as, all with the password onderling-demo:',
      '    fatima@zonnewinde.example   member          henk@zonnewinde.example    super-user',
      '    noor@zonnewinde.example     newcomer        sam@zonnewinde.example     moderator, service agent',
      '    mira@zonnewinde.example     community manager',
      '    ada@zonnewinde.example      administrator',
      '',
      `  Mail that would be sent:      ${config.publicUrl}/dev/mail`,
    )
  }
  if (invitation) lines.push('', `  Set it up at ${invitation.url}`, `  with the code ${invitation.code}`)
  lines.push('', '  Stop it with Ctrl+C.', '')
  return lines.join('\n')
}

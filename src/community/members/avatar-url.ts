/** Where a member's own picture is; null for the generated one. */
export const avatarUrl = (member: { avatarId: string | null }): string | null =>
  member.avatarId ? `/attachments/${member.avatarId}/avatar` : null

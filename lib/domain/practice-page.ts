/** The page of ours that a new person practises on. */
export const practicePage = {
  /** Where it stands among our own pages. */
  path: '/practice.html',
  /**
   * The address that it is aligned by: pages of an extension have none that others could open. Nobody can own a name below
   * `.example` (RFC 2606, section 2).
   */
  address: 'https://practice.plumbline.example/lesson',
} as const;

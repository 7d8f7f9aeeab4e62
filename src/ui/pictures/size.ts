/** What the places where links are shared ask for, in pixels. */
export const SHARING_WIDTH = 1200
export const SHARING_HEIGHT = 630

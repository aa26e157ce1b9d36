/**
 * The version of what crosses a process or a hub. Raise it when a message changes so that an older reader would misread it, and add a line.
 *
 * 1  First light: appeals, commands and events of the ordinary path; boards cases, alerts, areas, numbers; sessions; the resident's view.
 */
export const wireVersion = 1

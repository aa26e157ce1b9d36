import { Component, type ReactNode } from 'react'
import { ScreenFailed } from './screen-failed.tsx'

/** Catches what breaks while drawing, also a screen's code that did not arrive, and says so in its place. */
export class ScreenBoundary extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false }

  static getDerivedStateFromError() {
    return { broken: true }
  }

  override render() {
    return this.state.broken ? <ScreenFailed /> : this.props.children
  }
}

import { Component, type ReactNode } from 'react'

/** Keeps the case in sight when its map cannot be fetched or drawn: the place then stands in words alone. */
export class MapBoundary extends Component<{ instead: ReactNode; children: ReactNode }, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override render() {
    return this.state.failed ? this.props.instead : this.props.children
  }
}

import { useCallback, useState } from 'react'
import type { Size } from './camera.ts'

/**
 * The size of an element in its own CSS px: neither a `zoom` nor a transform around it counts. Null until it is laid out.
 * @returns the size, and the ref to give to the element
 */
export function useBoxSize(): [size: Size | null, ref: (element: HTMLElement | null) => (() => void) | undefined] {
  const [size, setSize] = useState<Size | null>(null)
  const ref = useCallback((element: HTMLElement | null) => {
    if (element === null) return undefined
    const measure = (): void => {
      const { clientWidth: width, clientHeight: height } = element
      if (width === 0 || height === 0) return
      setSize((last) => (last?.width === width && last.height === height ? last : { width, height }))
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return [size, ref]
}

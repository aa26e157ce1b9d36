import { useEffect, useState } from 'react'

/** True once `on` has been so for `ms` without a break. */
export function useLongerThan(on: boolean, ms: number): boolean {
  const [long, setLong] = useState(false)
  useEffect(() => {
    if (!on) return undefined
    const timer = setTimeout(() => setLong(true), ms)
    return () => {
      clearTimeout(timer)
      setLong(false)
    }
  }, [on, ms])
  return on && long
}

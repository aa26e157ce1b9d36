/** The two languages the hub speaks; Chinese where nobody asks otherwise. */
export type Language = 'zh-CN' | 'en'

/** The language of an `Accept-Language` header: the one of ours with the greatest weight. */
export function languageOf(header: string | undefined): Language {
  let best: { language: Language; weight: number } = { language: 'zh-CN', weight: 0 }
  for (const part of (header ?? '').slice(0, 200).split(',')) {
    const [tag = '', ...parameters] = part.trim().toLowerCase().split(';')
    const language = /^en\b/.test(tag) ? 'en' : /^zh\b/.test(tag) ? 'zh-CN' : undefined
    const quality = parameters.map((each) => /^\s*q=([\d.]+)$/.exec(each)?.[1]).find((each) => each !== undefined)
    const weight = quality === undefined ? 1 : Number(quality)
    if (language !== undefined && weight > best.weight) best = { language, weight }
  }
  return best.language
}

import type { WindowKind } from '../preload/station-api.ts'
import { APP_ORIGIN, pageAddress } from './own-page.ts'

/**
 * What a window shows when its page crashed again and again: no script, so nothing that can crash. It tries the real page again after
 * ten minutes, because nobody stands at a wall to press the link.
 */
export function safePage(kind: WindowKind, nonce: string): string {
  const again = pageAddress(kind, kind, 0).replaceAll('&', '&amp;')
  return `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta http-equiv="refresh" content="600; url=${again}">
<title>${text.title}</title>
<style nonce="${nonce}">
body { margin: 0; min-height: 100vh; display: grid; place-content: center; gap: 16px; background: #0b1014; color: #e8eef2;
  font: 20px/1.5 Barlow, "Noto Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif; text-align: center }
p { margin: 0; color: #93a3af }
a { color: #3cc7b5 }
</style>
<h1>${text.heading}</h1>
<p>${text.reason}</p>
<p lang="en">${text.reasonEnglish}</p>
<p><a href="${again}">${text.again}</a></p>
</html>
`
}

export function safePageAddress(kind: WindowKind): string {
  return `${APP_ORIGIN}${SAFE_PATH}${kind}`
}

export function safePageOf(address: string): WindowKind | null {
  const path = new URL(address).pathname
  if (path === `${SAFE_PATH}desk`) return 'desk'
  return path === `${SAFE_PATH}wall` ? 'wall' : null
}

const SAFE_PATH = '/safe/'

/** The renderer's label tables are out of reach here: the page must stand when the renderer does not. */
const text = {
  title: '枫桥指挥台 Fengqiao',
  heading: '画面已停止 · Screen stopped',
  reason: '画面连续出错，已停止重试。枢纽不受影响，数据没有丢失。十分钟后自动再试。',
  reasonEnglish:
    'This screen failed repeatedly and was stopped. The hub is not affected and no data is lost. It will be tried again in ten minutes.',
  again: '立即再试 · Try again now',
}

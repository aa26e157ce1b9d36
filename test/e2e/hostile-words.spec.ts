import { expect, test } from '@playwright/test'
import { openDemoOffice, type DemoOffice } from '../support/demo-office.ts'
import { caseFile, signedIn } from '../support/desk-page.ts'

let office: DemoOffice

test.beforeAll(async () => {
  office = await openDemoOffice(20)
})
test.afterAll(async () => {
  await office.end()
})

const act = 'window.hit=1'
/** What people and machines put into text fields to make a page act (T04). */
const hostile = [
  `<script>${act}</script>`,
  `<img src=x onerror="${act}">`,
  `<svg onload=${act}>`,
  `<svg><script>${act}</script></svg>`,
  `<iframe src="javascript:${act}"></iframe>`,
  `<iframe srcdoc="<script>parent.${act}</script>"></iframe>`,
  `<a href="javascript:${act}">点我</a>`,
  `<body onload=${act}>`,
  `<details open ontoggle=${act}>`,
  `<input autofocus onfocus=${act}>`,
  `<video><source onerror=${act}></video>`,
  `<math><mtext><table><mglyph><style><img src=x onerror=${act}>`,
  `<style>@import 'javascript:${act}';</style>`,
  `<link rel=stylesheet href="data:text/css,*{display:none}">`,
  `<meta http-equiv=refresh content="0;url=javascript:${act}">`,
  `<base href="https://evil.example/">`,
  `<object data="data:text/html,<script>parent.${act}</script>"></object>`,
  `<embed src="data:text/html,<script>parent.${act}</script>">`,
  `<form action="javascript:${act}"><button>送</button></form>`,
  `"><img src=x onerror=${act}>`,
  `' onmouseover='${act}`,
  `" autofocus onfocus="${act}`,
  `</textarea><script>${act}</script>`,
  `</title><script>${act}</script>`,
  `<!--<img src="--><img src=x onerror=${act}//">`,
  `<img src="x\` \`<script>${act}</script>"\` \`>`,
  `<noscript><p title="</noscript><img src=x onerror=${act}>">`,
  `\u003cscript\u003e${act}\u003c/script\u003e`,
  `&lt;script&gt;${act}&lt;/script&gt;`,
  `＜script＞${act}＜/script＞`,
  `javascript:${act}`,
  `data:text/html,<script>${act}</script>`,
  `{{constructor.constructor('${act}')()}}`,
  `\${${act}}`,
  `$t(common.name) {{name}} <b>粗</b>`,
  `__proto__`,
  `constructor`,
  `\u202e<tpircs>`,
  `<ScRiPt>${act}</sCrIpT>`,
  `<img/src=x/onerror=${act}>`,
  `<xss style="animation-name:x" onanimationstart="${act}"></xss>`,
]

test('whatever a resident writes is shown as text: nothing runs, nothing is fetched, nothing is broken', async ({
  browser,
}) => {
  test.setTimeout(180_000)
  const codes: string[] = []
  for (const [index, words] of hostile.entries()) {
    const { caseCode, trackingCode, id } = await office.handIn(`${words} ${String(index)}`, {
      text: words,
      citizen: { name: words.slice(0, 60) },
    })
    codes.push(caseCode)
    await office.ask('duty.city', 'POST', `/cases/${id}/commands`, { type: 'note', payload: { text: words } })
    if (index === 0) codes.push(trackingCode)
  }
  const desk = await signedIn(browser, office.url, 'duty.city')
  const alien: string[] = []
  desk.page.on('dialog', (dialog) => void dialog.dismiss().then(() => alien.push('dialog')))
  desk.page.on('request', (request) => {
    if (
      !request.url().startsWith(office.url) &&
      !request.url().startsWith('blob:') &&
      !request.url().startsWith('data:')
    )
      alien.push(request.url())
  })
  desk.page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) alien.push(message.text())
  })
  await desk.press('2', '.')
  const seen = new Set<string>()
  for (let row = 0; row < hostile.length; row += 1) {
    const title = await desk.page.locator('.case-row.is-focused .case-row-title').innerText()
    await desk.press('Enter')
    await expect(caseFile(desk.page).getByRole('heading', { level: 1 })).toHaveText(title)
    seen.add(title)
    await desk.press('j')
  }
  expect(seen.size).toBeGreaterThan(hostile.length / 2)
  await desk.open(codes[0] ?? '')
  await expect(caseFile(desk.page)).toContainText(hostile[0] ?? '')
  const found = await desk.page.evaluate(() => ({
    hit: 'hit' in window,
    strange: document.querySelectorAll(
      '#root iframe, #root script, #root object, #root embed, #root form, #root base, #root img[src="x"], xss',
    ).length,
  }))
  expect(found).toEqual({ hit: false, strange: 0 })
  expect(alien).toEqual([])

  await desk.page.goto(`${office.url}/r/#${codes[1] ?? ''}`)
  await expect(desk.page.getByText(hostile[0] ?? '', { exact: false })).toBeVisible()
  expect(await desk.page.evaluate(() => 'hit' in window)).toBe(false)
  expect(alien).toEqual([])
  await desk.close()
})

import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { openDemoOffice, type DemoOffice } from '../support/demo-office.ts'
import { signedIn } from '../support/desk-page.ts'

/** Screens as they are, for people to look at; what a machine can see of a bad one is checked. */
const folder = '.cache/pictures'
let office: DemoOffice

test.beforeAll(async () => {
  office = await openDemoOffice(600)
})
test.afterAll(async () => {
  await office.end()
})

async function picture(page: Page, name: string): Promise<void> {
  const overflow = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    return scrollWidth - clientWidth
  })
  expect(overflow, `${name} scrolls sideways`).toBeLessThanOrEqual(0)
  await page.screenshot({ path: join(folder, `${name}.png`) })
}

for (const theme of ['light', 'dark']) {
  test(`sign-in, desk, case and registration at 1920×1080 (${theme})`, async ({ browser }) => {
    test.setTimeout(120_000)
    const desk = await signedIn(browser, office.url, 'duty.city')
    await desk.page.evaluate(
      (chosen) => localStorage.setItem('fengqiao.settings', JSON.stringify({ theme: chosen })),
      theme,
    )
    await desk.page.reload()
    await expect(desk.page.getByRole('grid')).toBeVisible()
    await expect(desk.page.locator('.case-row').first()).toBeVisible()
    await picture(desk.page, `desk-${theme}`)
    await desk.press('j', 'j', 'Enter')
    await expect(desk.page.locator('[data-act]').first()).toBeVisible()
    await picture(desk.page, `case-${theme}`)
    await desk.press('n')
    await expect(desk.page.locator('.register-occurred-picker')).toBeVisible()
    await picture(desk.page, `register-${theme}`)
    await desk.close()
  })
}

for (const [width, height] of [
  [1920, 1080],
  [3840, 2160],
] as const) {
  test(`the wall at ${String(width)}×${String(height)} has no scroll bar and no small print`, async ({ browser }) => {
    test.setTimeout(120_000)
    const wall = await signedIn(browser, office.url, 'wall.city', '/#/wall')
    await wall.page.setViewportSize({ width, height })
    await expect(wall.page.locator('.wall-flow .wall-number-figure').first()).toHaveText(/\d/)
    await expect(wall.page.locator('.alert-lane-row, .wall-lane-row, [class*=lane] li').first()).toBeVisible()
    const found = await wall.page.evaluate(() => {
      const root = document.documentElement
      const scale = window.innerHeight / 1080
      const texts = [...document.querySelectorAll('#root *')].filter(
        (element) =>
          [...element.childNodes].some(
            (node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? '').trim() !== '',
          ) &&
          element.getBoundingClientRect().width > 2 &&
          element.closest('.visually-hidden') === null,
      )
      const zoomOf = (element: Element) => {
        if (element instanceof SVGGraphicsElement) return element.getScreenCTM()?.a ?? 0
        let zoom = 1
        for (let at: Element | null = element; at !== null; at = at.parentElement)
          zoom *= Number(getComputedStyle(at).zoom) || 1
        return zoom
      }
      const small = texts
        .filter((element) => (Number.parseFloat(getComputedStyle(element).fontSize) * zoomOf(element)) / scale < 21.9)
        .map((element) => `${element.tagName} ${element.textContent}`.slice(0, 80))
      return { scrolls: root.scrollHeight > root.clientHeight || root.scrollWidth > root.clientWidth, small }
    })
    expect(found).toEqual({ scrolls: false, small: [] })
    await picture(wall.page, `wall-${String(width)}x${String(height)}`)
    await wall.close()
  })
}

test('the sign-in, and the resident’s page on a phone', async ({ browser }) => {
  const { trackingCode } = await office.handIn('巷口井盖松动')
  const visitor = await (await browser.newContext()).newPage()
  await visitor.goto(office.url)
  await expect(visitor.getByLabel('账号')).toBeVisible()
  await picture(visitor, 'sign-in')
  await visitor.setViewportSize({ width: 390, height: 844 })
  await visitor.goto(`${office.url}/r/#${trackingCode}`)
  await expect(visitor.getByText('巷口井盖松动')).toBeVisible()
  await picture(visitor, 'resident')
  await visitor.context().close()
})

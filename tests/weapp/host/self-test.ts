// Tests of the host itself, on the hand-written mini-program in fixture/: what it imitates, and that it notices faults.
import assert from 'node:assert/strict'
import fs from 'node:fs'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { compile, openMiniProgram, type EngineName, type MiniProgram } from './index'
import { compilersRunHere } from './compile/compilers'

export interface Case {
  name: string
  run(): Promise<void>
}

const FIXTURE = path.join(__dirname, 'fixture')
/** 24 x 16 pixels. */
const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAABgAAAAQCAIAAACDRijCAAAAHUlEQVR4nGP4z8BAFTRq0KhBowaNGjRq0KhBo4YkAADMvv4Cfuxy7AAAAABJRU5ErkJggg==', 'base64')

async function withServer(use: (url: string) => Promise<void>): Promise<void> {
  const server = http.createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const body = Buffer.concat(chunks)
      if (request.url === '/photo.png') return response.writeHead(200, { 'content-type': 'image/png' }).end(PNG)
      const names = [...body.toString('latin1').matchAll(/ name="(\w+)"/g)].map(([, name]) => name)
      const answer = request.url === '/upload' ? { names, bytes: body.length > PNG.length } : { method: request.method, url: request.url, token: request.headers['x-token'], body: body.toString('utf8') }
      return response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  try {
    await use(`http://127.0.0.1:${port}`)
  } finally {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
}

async function withFolder(use: (folder: string) => Promise<void>): Promise<void> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'weapp-self-test-'))
  try {
    await use(folder)
  } finally {
    fs.rmSync(folder, { recursive: true, force: true })
  }
}

/** The fixture, opened with a server and a photo, closed at the end. */
async function withApp(engine: EngineName, use: (app: MiniProgram) => Promise<void>, dist = FIXTURE): Promise<void> {
  await withFolder((folder) => withServer(async (mapBaseUrl) => {
    const photo = path.join(folder, 'photo.png')
    fs.writeFileSync(photo, PNG)
    const app = await openMiniProgram(dist, { engine, mapBaseUrl, mocks: { chooseMedia: { files: [photo] }, takePhoto: { files: [photo] } }, launch: { scene: 1047 }, timeout: 15_000 })
    try {
      await use(app)
    } finally {
      await app.close()
    }
  }))
}

async function walkForms(app: MiniProgram): Promise<void> {
  await app.waitText('夹具首页')
  assert.equal(await app.hasText('看不见'), false)
  await app.input('姓名', '张三李四王五')
  await app.waitText('输入 张三李四王')
  await app.input('电话', '13a8')
  assert.equal(await app.value('电话'), '138')
  await app.check('乙类')
  await app.waitText('change "b"')
  await app.check('我同意')
  await app.waitText('change ["x"]')
  assert.equal(await app.isChecked('自画框'), false)
  await app.check('自画框')
  await app.pick('选日期', '2026-03-04')
  await assert.rejects(app.pick('选日期', '2027-01-01'), /after end/)
  await app.pick('选水果', '香蕉')
  await app.waitText('change "1"')
  await app.tapText('选水果')
  await app.tapText('苹果')
  await app.waitText('change "0"')
  assert.equal(await app.isDisabled('不可点'), true)
  await app.tapText('提交表单')
  await app.waitText('{"name":"张三李四王","phone":"138","kind":"b","tags":["x"],"day":"2026-03-04","fruit":0}')
  await app.assertNoErrors()
}

async function walkFunctions(app: MiniProgram): Promise<void> {
  await app.tapText('请求')
  await app.waitText('"method":"POST","url":"/echo?a=1","token":"t","body":"{\\"中\\":\\"文\\"}"')
  await app.tapText('补丁')
  await app.waitText('补丁失败 request:fail invalid method "PATCH"')
  await app.tapText('上传')
  await app.waitText('上传成功 {"names":["order","file"],"bytes":true} 进度100')
  await app.tapText('下载')
  await app.waitText('load {"width":24,"height":16}')
  await app.tapText('弹窗')
  await app.waitText('真的吗')
  await app.tapText('真的')
  await app.waitText('答 true')
  await app.tapText('菜单')
  await app.tapText('相册')
  await app.waitText('"tapIndex":1')
  await app.tapText('订阅')
  await app.waitText('"T1":"accept"')
  await app.tapText('随机')
  await app.waitText('随机 8')
  await app.tapText('亮屏')
  assert.deepEqual(await app.phone(), { clipboard: '', brightness: 1, keepScreenOn: true })
  await app.setOffline(true)
  await app.tapText('请求')
  await app.waitText('ERR_INTERNET_DISCONNECTED')
  await app.setOffline(false)
  await app.assertNoErrors()
  const { requests, setData, nodes, depth } = await app.stats()
  assert.equal(requests.filter((request) => request.status === 200).length, 3)
  assert.ok(setData['pages/home/index'].firstBytes > 0 && nodes > 30 && depth > 2)
}

async function walkCamera(app: MiniProgram): Promise<void> {
  await app.tapText('按快门')
  await app.waitText('按快门失败 takePhoto:fail camera is not found')
  await app.tapText('开相机')
  await app.waitText('initdone {"maxZoom":10}')
  await app.tapText('按快门')
  await app.waitText('load {"width":24,"height":16}')
  await app.tapText('开相机')
  await app.mock('camera', { fail: 'auth deny' })
  await app.tapText('开相机')
  await app.waitText('error {"errMsg":"insertCamera:fail:auth deny"}')
  await app.assertNoErrors()
}

async function walkContainer(app: MiniProgram): Promise<void> {
  await assert.rejects(app.back(), /cannot navigate back at first page/)
  // Twice: what the way back has closed shows again once `show` was false.
  for (let round = 0; round < 2; round += 1) {
    await app.tapText('盖住')
    await app.back()
    await app.waitText('没有盖了')
    assert.match(await app.route(), /^pages\/home\/index/)
  }
  await app.tapText('盖住')
  await app.tapText('揭开')
  await app.waitText('没有盖了')
  await assert.rejects(app.back(), /cannot navigate back at first page/)
}

async function walkPages(app: MiniProgram): Promise<void> {
  await app.tapText('存文件')
  await app.waitText('copyFile:ok')
  await app.tapText('存储')
  await app.waitText('存储 1')
  await app.relaunch()
  await app.tapText('存储')
  await app.waitText('存储 2')
  await app.tapText('读文件')
  await app.waitText(`读到 ${PNG.length} true`)
  await app.tapText('目录')
  await app.waitText('目录 photo.png')
  await app.tapText('压缩')
  await app.waitText('图 24x16')
  await app.tapText('去分包')
  await app.waitRoute('sub/pages/one/index?id=5')
  await app.waitText('分包 5')
  await app.back()
  await app.tapText('去标签页')
  await app.waitText('can not navigateTo a tabbar page')
  await app.tapTab('清单')
  await app.waitText('显 共3行')
  await app.reachBottom()
  await app.waitText('共4行')
  await app.pullDown()
  await app.waitText('共1行')
  await app.background()
  await app.foreground()
  await app.waitText('显隐显')
  await app.assertNoErrors()
}

/** A copy of the fixture with one thing broken; the change must change something. */
async function withBroken(file: string, change: (text: string) => string, use: (dist: string) => Promise<void>): Promise<void> {
  await withFolder(async (folder) => {
    fs.cpSync(FIXTURE, folder, { recursive: true })
    const full = path.join(folder, file)
    const before = fs.readFileSync(full, 'utf8')
    const after = change(before)
    assert.notEqual(after, before)
    fs.writeFileSync(full, after)
    await use(folder)
  })
}

const HOME = 'pages/home/index'
const refusedBy = (tool: string, file: string, change: (text: string) => string) => (): Promise<void> =>
  withBroken(file, change, async (dist) => {
    const tools = compile(dist).problems.filter(({ level }) => level === 'error').map((problem) => problem.tool)
    assert.ok(tools.some((name) => name === tool), `${tool} found nothing`)
    await assert.rejects(openMiniProgram(dist), /does not compile/)
  })
const errorAfter = (button: string, expected: RegExp) => (engine: EngineName) => (): Promise<void> =>
  withApp(engine, async (app) => {
    await app.tapText(button)
    await app.waitFor('an app error', async () => (await app.stats()).errors.length > 0)
    await assert.rejects(app.assertNoErrors(), expected)
  })

/** Faults that must be noticed, engine by engine. */
function faults(engine: EngineName): Case[] {
  const onHome = (name: string, file: string, change: (text: string) => string, walk: (app: MiniProgram) => Promise<void>): Case => ({
    name: `notices ${name}`,
    run: () => withBroken(file, change, (dist) => withApp(engine, walk, dist)),
  })
  return [
    onHome('a removed bindtap', `${HOME}.wxml`, (text) => text.replace(' bindtap="run"', ''), async (app) => {
      await app.tapText('存储')
      await assert.rejects(app.waitText('存储 1', 200), /not met within 200 ms/)
    }),
    onHome('localStorage in a page', `${HOME}.js`, (text) => text.replace('toggle: function () {', 'toggle: function () { localStorage.clear();'), async (app) => {
      await app.tapText('自画框')
      await assert.rejects(app.assertNoErrors(), /clear/)
    }),
    onHome('a page that registers nothing', 'sub/pages/one/index.js', () => 'var nothing = 1', async (app) => {
      await app.tapText('去分包')
      await assert.rejects(app.assertNoErrors(), /registered no Page/)
    }),
    { name: 'notices navigateTo an unknown page, even with a silent fail callback', run: errorAfter('去无此页', /"pages\/none\/index" is not found/)(engine) },
    { name: 'notices an exception in a handler', run: errorAfter('抛错', /故意抛出/)(engine) },
    { name: 'notices an unhandled rejection', run: errorAfter('拒绝', /故意拒绝/)(engine) },
    { name: 'notices console.error', run: errorAfter('报错', /故意报告 \{"a":1\}/)(engine) },
    {
      name: 'lists a device function without a mock',
      run: () => withApp(engine, async (app) => {
        await app.tapText('缺模拟')
        await app.waitText('no mock for scanCode')
        assert.deepEqual((await app.stats()).unmocked, ['scanCode'])
      }),
    },
  ]
}

/** All cases for an engine; the compile gate is tried once, with jsdom. */
export function hostCases(engine: EngineName): Case[] {
  const walks: Case[] = [
    { name: 'form components', run: () => withApp(engine, walkForms) },
    { name: 'wx functions', run: () => withApp(engine, walkFunctions) },
    { name: 'a camera', run: () => withApp(engine, walkCamera) },
    { name: 'a page-container', run: () => withApp(engine, walkContainer) },
    { name: 'pages, files and relaunch', run: () => withApp(engine, walkPages) },
  ]
  const gates: Case[] = [
    { name: 'refuses an unclosed tag', run: refusedBy(compilersRunHere() ? 'wcc' : 'glass-easel', `${HOME}.wxml`, (text) => text.replace('</form>', '')) },
    ...(compilersRunHere() ? [{ name: 'refuses *{} in wxss', run: refusedBy('wcsc', 'app.wxss', (text) => `${text}*{margin:0}`) }] : []),
  ]
  return [...walks, ...faults(engine), ...(engine === 'jsdom' ? gates : [])].map(({ name, run }) => ({ name: `host ${engine}: ${name}`, run }))
}

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import CopyPlugin from 'copy-webpack-plugin';
import { minify } from '@swc/core';
import HtmlPlugin from 'html-webpack-plugin';
import webpack from 'webpack';
import { licensesText } from './licenses.js';

const DEVELOPMENT_URL = 'https://localhost:3000';
const OFFICE_JS = 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js';
/** Hosts from which Microsoft serves office.js and what it loads; the second since September 2026. */
const OFFICE_HOSTS = [
  'https://appsforoffice.microsoft.com',
  'https://officeapis.public.onecdn.static.microsoft',
];
/** Of the empty text: Fluent inserts empty style elements and fills them by script. */
const EMPTY_STYLE = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";
const EVALUATION = /\beval\s*\(|\bnew Function\s*\(|\bFunction\s*\(\s*["'`]/;

const originOf = (address) => (/^https:/.test(address) ? [new URL(address).origin] : []);

/** Nothing but the add-in's own address and office.js: what the officer keeps in the workbook cannot leave it. */
const policyFor = (officeJs) => {
  const office = officeJs === OFFICE_JS ? OFFICE_HOSTS : originOf(officeJs);
  return [
    "default-src 'none'",
    ['script-src', "'self'", ...office].join(' '),
    `style-src 'self' ${EMPTY_STYLE}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
};

/** How the grid would divide words of other languages at the end of a line: 82 files for what no cell does. */
const GRID_RENDERER = join(import.meta.dirname, 'node_modules/@univerjs/engine-render/lib/es');
const HYPHENATION = Object.fromEntries(
  readdirSync(GRID_RENDERER)
    .filter((file) => file !== 'index.js')
    .map((file) => [join(GRID_RENDERER, file), false]),
);

/**
 * Texts that the grid's packages could evaluate and never do here: how lodash asks for the global object where there is
 * no `globalThis`, and functions that somebody registers as text. The page's policy forbids both.
 */
const NEVER_EVALUATED = [/Function\("return this"\)\(\)/g, /Function\(`return \$\{\w+\}`\)\(\)/g];
const WORKER = 'service-worker';

/** Of the two style elements that the grid puts into the page, always with the same text. */
const GRID_STYLES = [
  "'sha256-StEaX+se6YS7pqjzrzMIA0KaX9zF/8zAhvQXZAe5epY='",
  "'sha256-qehDXQGi+mtaFkbShaHTjtdxRzE9Ba4Ffh5AsXR+z7s='",
];
const WORKBENCH_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  ["style-src 'self'", EMPTY_STYLE, ...GRID_STYLES].join(' '),
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** Fails the build where a page or a script would need 'unsafe-inline' or 'unsafe-eval'. */
class StrictPolicyPlugin {
  /** `harmless` is what the build may hold all the same. */
  constructor(harmless = []) {
    this.harmless = harmless;
  }

  apply(compiler) {
    const name = 'StrictPolicyPlugin';
    compiler.hooks.compilation.tap(name, (compilation) => {
      const stage = compiler.webpack.Compilation.PROCESS_ASSETS_STAGE_REPORT;
      compilation.hooks.processAssets.tap({ name, stage }, (assets) => {
        for (const [file, source] of Object.entries(assets)) {
          const text = this.harmless.reduce(
            (rest, piece) => rest.replace(piece, ''),
            source.source().toString(),
          );
          const problem = file.endsWith('.js')
            ? EVALUATION.test(text) && 'evaluates text'
            : file.endsWith('.html') && inlineProblem(text);
          if (problem) compilation.errors.push(new compiler.webpack.WebpackError(`${file} ${problem}`));
        }
      });
    });
  }
}

const inlineProblem = (html) =>
  (/<script(?![^>]*\ssrc=)[^>]*>/i.test(html) && 'has a script of its own') ||
  (/<style[\s>]|\sstyle=/i.test(html) && 'has styles of its own') ||
  (/\son[a-z]+=/i.test(html) && 'has handlers of its own');

/** Certificate that `npm run dev:excel` has made; Excel loads no page without one. */
const certificate = () => {
  const folder = join(homedir(), '.office-addin-dev-certs');
  const read = (file) => readFileSync(join(folder, file));
  return { key: read('localhost.key'), cert: read('localhost.crt'), ca: read('ca.crt') };
};

/** Shrinks scripts with what compiles them: the usual way takes minutes for the grid. */
class SwcMinifier {
  apply(compiler) {
    const name = 'SwcMinifier';
    compiler.hooks.compilation.tap(name, (compilation) => {
      const stage = webpack.Compilation.PROCESS_ASSETS_STAGE_OPTIMIZE_SIZE;
      compilation.hooks.processAssets.tapPromise({ name, stage }, async (assets) => {
        const files = Object.keys(assets).filter((file) => file.endsWith('.js'));
        await Promise.all(
          files.map(async (file) => {
            const text = assets[file].source().toString();
            const { code } = await minify(text, { compress: true, mangle: true, ecma: 2021 });
            compilation.updateAsset(file, new webpack.sources.RawSource(code), { minimized: true });
          }),
        );
      });
    });
  }
}

/** Puts the licences of what we did not write beside it, as they demand. */
class LicensesPlugin {
  apply(compiler) {
    const name = 'LicensesPlugin';
    compiler.hooks.thisCompilation.tap(name, (compilation) => {
      const stage = webpack.Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL;
      compilation.hooks.processAssets.tap({ name, stage }, () => {
        compilation.emitAsset('licenses.txt', new webpack.sources.RawSource(licensesText()));
      });
    });
  }
}

/** Tells the service worker which files the page needs, and gives this set of them a name. */
class OfflineFilesPlugin {
  apply(compiler) {
    const name = 'OfflineFilesPlugin';
    compiler.hooks.thisCompilation.tap(name, (compilation) => {
      const stage = webpack.Compilation.PROCESS_ASSETS_STAGE_REPORT;
      compilation.hooks.processAssets.tap({ name, stage }, (assets) => {
        // The page works without the licences; who wants to read them is online.
        const files = Object.keys(assets).filter((file) => ![`${WORKER}.js`, 'licenses.txt'].includes(file));
        const hash = createHash('sha256');
        for (const file of files.sort()) hash.update(file).update(assets[file].source());
        const head = `const FILES=${JSON.stringify(['./', ...files])},VERSION='${hash.digest('hex').slice(0, 16)}';`;
        compilation.updateAsset(
          `${WORKER}.js`,
          (source) => new webpack.sources.RawSource(head + source.source()),
        );
      });
    });
  }
}

const typescript = {
  test: /\.tsx?$/,
  loader: 'swc-loader',
  options: {
    jsc: {
      target: 'es2021',
      parser: { syntax: 'typescript', tsx: true },
      transform: { react: { runtime: 'automatic' } },
    },
  },
};

const addin = (env, { mode }) => {
  const isProduction = mode === 'production';
  const addinUrl = (process.env.ADDIN_URL ?? DEVELOPMENT_URL).replace(/\/$/, '');
  const officeJs = process.env.OFFICE_JS_URL ?? OFFICE_JS;
  if (!/^https:\/\//.test(addinUrl)) throw new Error(`ADDIN_URL is not https: ${addinUrl}`);
  return {
    name: 'addin',
    target: ['web', 'es2021'],
    entry: { taskpane: './src/taskpane/index.tsx' },
    // A source map that is evaluated would need 'unsafe-eval'.
    devtool: isProduction ? false : 'source-map',
    output: {
      path: join(import.meta.dirname, 'dist'),
      filename: isProduction ? '[name].[contenthash].js' : '[name].js',
      // The command writes the analysed samples there, and the workbench has a folder of its own.
      clean: { keep: /^(?:sample|workbench)\// },
    },
    resolve: { extensions: ['.tsx', '.ts', '.js'] },
    module: { rules: [typescript] },
    plugins: [
      new HtmlPlugin({
        filename: 'taskpane.html',
        template: './src/taskpane/taskpane.html',
        policy: policyFor(officeJs),
        officeJs,
        scriptLoading: 'defer',
      }),
      new CopyPlugin({
        patterns: [
          { from: 'assets/icons/*.png', to: 'icons/[name][ext]' },
          { from: 'assets/sample/nakhon-pathom-2565.xlsx', to: 'sample/[name][ext]' },
          { from: 'src/taskpane/*.css', to: '[name][ext]' },
          { from: 'src/taskpane/older-excel.html', to: '[name][ext]' },
          {
            from: 'manifest.xml',
            to: '[name][ext]',
            transform: (text) => text.toString().replaceAll(DEVELOPMENT_URL, addinUrl),
          },
        ],
      }),
      // React's development build evaluates text where it may; what is published must not.
      ...(isProduction ? [new StrictPolicyPlugin(), new LicensesPlugin()] : []),
    ],
    performance: { hints: false },
    devServer: {
      host: 'localhost',
      port: 3000,
      hot: false,
      client: { overlay: false },
      liveReload: true,
      headers: { 'Access-Control-Allow-Origin': '*' },
      server: env.excel ? { type: 'https', options: certificate() } : undefined,
    },
  };
};

const workbench = (_, { mode }) => {
  const isProduction = mode === 'production';
  return {
    name: 'workbench',
    target: ['web', 'es2021'],
    entry: { workbench: './src/workbench/index.tsx', [WORKER]: './src/workbench/service-worker.ts' },
    devtool: isProduction ? false : 'source-map',
    output: {
      path: join(import.meta.dirname, 'dist/workbench'),
      // A worker is found again by its name.
      filename: ({ chunk }) =>
        isProduction && chunk.name !== WORKER ? '[name].[contenthash].js' : '[name].js',
      chunkFilename: isProduction ? '[id].[contenthash].js' : '[id].js',
      assetModuleFilename: '[name].[contenthash][ext]',
      clean: true,
    },
    resolve: { extensions: ['.tsx', '.ts', '.js'], alias: HYPHENATION },
    module: {
      rules: [
        typescript,
        { test: /\.(?:css|xlsx)$/, type: 'asset/resource' },
        { include: GRID_RENDERER, parser: { dynamicImportMode: 'eager' } },
      ],
    },
    plugins: [
      new HtmlPlugin({
        filename: 'index.html',
        template: './src/workbench/workbench.html',
        policy: WORKBENCH_POLICY,
        chunks: ['workbench'],
        scriptLoading: 'defer',
      }),
      new CopyPlugin({
        patterns: [
          { from: 'src/workbench/workbench.css', to: '[name][ext]' },
          { from: 'assets/icons/analyze-32.png', to: 'icons/[name][ext]' },
          {
            from: 'node_modules/@fontsource/sarabun/files/sarabun-{thai,latin}-{400,700}-normal.woff2',
            to: 'fonts/[name][ext]',
          },
          { from: 'node_modules/@fontsource/sarabun/LICENSE', to: 'fonts/LICENSE.txt', toType: 'file' },
        ],
      }),
      ...(isProduction
        ? [new StrictPolicyPlugin(NEVER_EVALUATED), new LicensesPlugin(), new OfflineFilesPlugin()]
        : []),
    ],
    optimization: { minimizer: [new SwcMinifier()] },
    performance: { hints: false },
    devServer: { host: 'localhost', port: 3001, hot: false, liveReload: false, client: false },
  };
};

export default [addin, workbench];

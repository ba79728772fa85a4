import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import CopyPlugin from 'copy-webpack-plugin';
import HtmlPlugin from 'html-webpack-plugin';

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

/** Fails the build where a page or a script would need 'unsafe-inline' or 'unsafe-eval'. */
class StrictPolicyPlugin {
  apply(compiler) {
    const name = 'StrictPolicyPlugin';
    compiler.hooks.compilation.tap(name, (compilation) => {
      const stage = compiler.webpack.Compilation.PROCESS_ASSETS_STAGE_REPORT;
      compilation.hooks.processAssets.tap({ name, stage }, (assets) => {
        for (const [file, source] of Object.entries(assets)) {
          const text = source.source().toString();
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

const config = (_, { mode }) => {
  const isProduction = mode === 'production';
  const addinUrl = (process.env.ADDIN_URL ?? DEVELOPMENT_URL).replace(/\/$/, '');
  const officeJs = process.env.OFFICE_JS_URL ?? OFFICE_JS;
  if (!/^https:\/\//.test(addinUrl)) throw new Error(`ADDIN_URL is not https: ${addinUrl}`);
  return {
    target: ['web', 'es2021'],
    entry: { taskpane: './src/taskpane/index.tsx' },
    // A source map that is evaluated would need 'unsafe-eval'.
    devtool: isProduction ? false : 'source-map',
    output: {
      path: join(import.meta.dirname, 'dist'),
      filename: isProduction ? '[name].[contenthash].js' : '[name].js',
      // The command writes the analysed samples there too.
      clean: { keep: /^sample\// },
    },
    resolve: { extensions: ['.tsx', '.ts', '.js'] },
    module: {
      rules: [
        {
          test: /\.tsx?$/,
          loader: 'swc-loader',
          options: {
            jsc: {
              target: 'es2021',
              parser: { syntax: 'typescript', tsx: true },
              transform: { react: { runtime: 'automatic' } },
            },
          },
        },
      ],
    },
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
      ...(isProduction ? [new StrictPolicyPlugin()] : []),
    ],
    performance: { hints: false },
    devServer: {
      port: 3000,
      hot: false,
      client: { overlay: false },
      liveReload: true,
      headers: { 'Access-Control-Allow-Origin': '*' },
      server: process.env.WEBPACK_SERVE ? { type: 'https', options: certificate() } : undefined,
    },
  };
};

export default config;
